/** Words around being signed in: who, how long, and what happens at the end. */
export const session = {
  loading: 'Loading',
  signInTitle: 'Sign in to see this page',
  signInBody: 'This page is for people who work with referrals. You come back here afterwards.',
  signIn: 'Sign in',
  unreachableTitle: 'We could not reach the portal',
  tryAgain: 'Try again',
  endedTitle: 'You have been signed out',
  endedBody:
    'You were away for a while, so we cleared this page. This keeps people’s details safe on shared computers.',
  signInAgain: 'Sign in again',
  brokenTitle: 'This page has stopped working',
  brokenBody:
    'Something went wrong here. Nothing you sent is lost. Load the page again; if it happens again, tell your coordinator.',
  reload: 'Load the page again',
  noRoleTitle: 'This page is not for your role',
  noRoleBody: 'You are signed in, but this page belongs to another role.',
  toStart: 'Go to your tasks',
  warnTitle: 'You will be signed out soon',
  warnIdle: 'You have been away for a while. In 2 minutes we sign you out and clear this page.',
  warnEnd:
    'A session lasts 8 hours at most. In 2 minutes we sign you out and clear this page. Finish now, then sign in again.',
  stay: 'Stay signed in',
  understood: 'Carry on',
  signOutNow: 'Sign out now',
  signOut: 'Sign out',
  account: 'Your account',
  tasks: 'Your tasks',
} as const;
