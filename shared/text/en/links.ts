/** Pages behind the links in our mails. */
export const links = {
  unknown: {
    title: 'We do not know this link',
    text: 'Some mail programs cut long links in two. Open the mail again and press the link there, or copy all of it.',
  },
  expired: { title: 'This link has run out' },
  replaced: {
    title: 'There is a newer link',
    text: 'Each new link ends the one before. Use the newest you were sent or given.',
  },
  used: { title: 'This link has been used', text: 'It works once, and that has been done.' },
  busy: {
    title: 'We cannot do that just now',
    text: 'Nothing is lost: wait a minute and press the link in the mail again.',
  },
  /** What to do instead, by what the link was for. */
  next: {
    room: {
      text: 'You can also sign in and say how much room you have there.',
      href: '/my-group',
      link: 'Sign in to your group',
    },
    confirm: {
      text: 'You can enter your group again. It takes a minute.',
      href: '/register',
      link: 'Enter your group again',
    },
    invite: {
      text: 'Ask whoever invited you for a new invitation. If you have used it already, you can sign in.',
      href: '/start',
      link: 'Sign in',
    },
    outcome: {
      text: 'You can also sign in and record it there.',
      href: '/inbox',
      link: 'Sign in to your referrals',
    },
  },
  start: 'Go to the start page',
  errorPrefix: 'Error: ',
  outcome: {
    title: 'What came of it?',
    titleOf: (reference: string) => `What came of referral ${reference}?`,
    of: (activity: string) => `It went to ${activity}.`,
    hint: 'One press is enough. It is written down under your name and closes the referral.',
    thanks: 'Thank you. We wrote it down: this shows what the work does.',
    thanksStarted: 'Thank you. We wrote down the first visit. In some weeks we ask what came of it.',
    visitTitle: 'Have they been?',
    visitTitleOf: (reference: string) => `Has somebody come by referral ${reference}?`,
    came: 'Yes: when did they first come?',
    cameHint: 'One press is enough. It is written down under your name.',
    today: 'They came today',
    yesterday: 'They came yesterday',
    another: 'On another day',
    anotherHint: 'Like 20 11 2026',
    record: 'Record that day',
    notCame: 'No, they do not come',
    notCameHint:
      'Press the main reason. It closes the referral, and the link worker looks for something else.',
    closed: 'There is nothing more to record here.',
    problem: 'That could not be written down',
  },
  room: {
    title: 'How much room is there?',
    titleOf: (group: string) => `How much room is there at ${group}?`,
    hint: 'One press is enough. It counts for 30 days, and people looking for a group see it at once.',
    of: (activity: string) => ` for ${activity}`,
    thanks: 'Thank you. We wrote it down.',
    now: (activity: string, state: string, until: string) => `${activity}: ${state}. Counts until ${until}.`,
    before: (state: string, on: string) => `Before, it said: ${state}, on ${on}.`,
    beforeNever: 'Before, nothing had been said.',
    undo: 'Undo',
    undone: 'Undone. It is as it was before.',
    tooLate: 'Somebody has said how much room there is since. Look below: you can press again.',
    none: 'Your group has no activity that is running. Sign in to add one.',
    again: 'You can use this link again for 30 days, until we send you a newer one.',
  },
} as const;
