/** What a commissioner sees now: activities and room, never a person. */
export const gaps = {
  title: 'What there is and what is missing',
  lead: 'Activities, counted exactly. These are groups and spaces, never people.',
  counted: (when: string) => `Counted ${when}.`,
  notCounted: 'Nothing has been counted yet. Look again in a few minutes.',
  columns: {
    council: 'Council',
    need: 'Need',
    services: 'Activities',
    referable: 'Take referrals',
    withRoom: 'With space now',
    unknownRoom: 'Space not known',
  },
  explain: {
    summary: 'What do the columns mean?',
    services: 'Activities: everything listed for this need.',
    referable: 'Take referrals: the group is checked, its basics are in date and it is not closed.',
    withRoom: 'With space now: of those, the group said so within 30 days.',
    unknownRoom: 'Space not known: the group said it once, but too long ago.',
  },
  none: (need: string, council: string) => `${council}: nothing takes referrals for ${need.toLowerCase()}`,
  worst: 'Nothing takes referrals here',
  noWorst: 'Each need has at least one activity that takes referrals.',
  table: 'Activities by need and council',
  tableOf: (council: string) => `Activities in ${council} by need`,
  csv: 'Download as a spreadsheet (CSV)',
  file: 'what-there-is.csv',
} as const;
