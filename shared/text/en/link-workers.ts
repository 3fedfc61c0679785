/** The page that says how to reach a link worker, and the way there from other pages. */
export const linkWorkers = {
  title: 'Reach a link worker',
  lede: 'A link worker has time to listen. They ask what matters to you, and can introduce you to a group or come along the first time.',
  free: 'It costs nothing. They ask you before they tell anybody about you, and you can change your mind.',
  of: (council: string) => `In ${council}`,
  ring: (council: string) => `Ring the link workers of ${council}`,
  unknown: 'We do not have their number yet. Your GP surgery can tell you who they are.',
  elsewhere: 'Somewhere else',
  elsewhereText: 'Your GP surgery can tell you who the local link workers are.',
  danger: 'Somebody is in danger, or you cannot wait?',
  dangerLink: 'See who to ring now',
  busy: 'The list is not answering just now. Your GP surgery can tell you who the local link workers are.',
  rather: 'Rather not go alone?',
  way: 'How to reach a link worker',
} as const;
