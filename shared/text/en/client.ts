/** What any working page says when a call does not come through, and around signing in. */
export const client = {
  noConnection:
    'We could not reach the portal. Everything you typed is still here. Check your connection and try again.',
  unavailable: 'Part of the portal is not answering. Nothing is lost: try again in a minute.',
  unreadable: 'The portal answered in a way this page does not understand. Reload the page and try again.',
  keyReused: 'An earlier version of this has already been sent. Look at your list before you send it again.',
  signInAgain: 'Sign in',
  signInAgainKeep: 'Sign in again in a new tab',
  signInKept: 'What you typed is still on this page. Sign in in a new tab, come back here and send again.',
  tryAgain: 'Try again',
  loading: 'Loading',
  waitSeconds: (seconds: number) => `Wait ${seconds} seconds, then try again.`,
  problemTitle: 'There is a problem',
  errorPrefix: 'Error: ',
} as const;
