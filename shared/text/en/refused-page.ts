/** What stands where a page is not. */
export const refusedPage = {
  title: 'We could not find that',
  text: 'It may have ended, or the address may have a slip in it. If you work for several groups or teams, it may belong to another.',
  toSearch: 'Find a group',
} as const;
