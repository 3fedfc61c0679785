import type * as z from 'zod/mini';
import type { suggestionResolve } from '../../api/suggestions.ts';

type How = z.infer<(typeof suggestionResolve)['body']>['how'];

/** The coordinator’s list of reported listings, and the form anyone reports with. */
export const queue = {
  title: 'Listings people have reported',
  lead: 'Oldest first. Ring the group, then say what you did.',
  empty: 'Nothing has been reported',
  emptyHint: 'When somebody says that a listing is wrong, it stands here.',
  ring: (group: string) => `Ring ${group}`,
  see: 'See the listing',
  reported: (when: string) => `Reported ${when}`,
  how: 'What did you do?',
  hows: {
    listing_changed: 'The listing was changed',
    listing_was_right: 'The listing was right',
    group_told: 'The group knows and will change it',
  } satisfies Record<How, string>,
  submit: 'Done with this',
  done: (group: string) => `Done. The report about ${group} is off the list.`,
  more: 'Show more',
} as const;

export const suggest = {
  title: 'Say that a listing is wrong',
  lead: (group: string) =>
    `You are telling us about ${group}. The local coordinator rings the group and looks.`,
  missing: 'Open the group’s page first, then choose “Say that something is wrong”.',
  find: 'Find a group',
  topic: 'What is wrong?',
  text: 'What should it say?',
  textHint: 'Do not write about a person. We ask for no name and keep none.',
  submit: 'Send',
  done: 'Thank you. The coordinator will look at it.',
  doneHint: 'You get no answer, because we do not know who you are.',
  back: (group: string) => `Back to ${group}`,
  danger: 'If somebody is in danger, this form is too slow. Ring 999.',
} as const;
