/** What coordinators have done, on a page of its own. */
export const queueDone = {
  title: 'What has been done',
  lead: 'What you and your colleagues did in the last year, newest first.',
  none: 'Nothing has been done yet',
  noneHint: 'What you do from the list stands here, with who did it and when.',
  reopen: 'Put back',
  reopened: (about: string) => `${about} is on the list again.`,
  grant: { checked: 'Compared with its source', withdrawn: 'Withdrawn' },
  more: 'Show more',
} as const;
