import type { SignInProblem } from '../../api/session.ts';

/** The page after signing out, and after a sign-in that did not work. */
export const signedOut = {
  title: 'You are signed out',
  text: 'Nothing of your work is kept in this browser. On a shared computer, close the browser too.',
  again: 'Sign in again',
  find: 'Find a group',
} as const;

/** Why a sign-in did not work, what to do next, and where that is. */
export const signInProblems: Readonly<
  Record<SignInProblem, { title: string; text: string; link: string; href: string }>
> = {
  not_invited: {
    title: 'This email address cannot sign in here',
    text: 'Nobody has invited it, its invitation has not been opened yet, or its account was closed. Open the link of your invitation first. If you have none, ask whoever looks after the portal where you work, and say which address you used.',
    link: 'Sign in with another address',
    href: '/auth/sign-in',
  },
  email_not_verified: {
    title: 'Your email address has not been checked yet',
    text: 'The service you signed in with has to check your email address first. Look for its mail and press the link there, then sign in again.',
    link: signedOut.again,
    href: '/auth/sign-in',
  },
  cancelled: {
    title: 'You did not sign in',
    text: 'You turned back on the way. Nothing was changed.',
    link: signedOut.again,
    href: '/auth/sign-in',
  },
  try_again: {
    title: 'Signing in did not work',
    text: 'It took longer than ten minutes, or was begun in another window. Begin once more in this one.',
    link: signedOut.again,
    href: '/auth/sign-in',
  },
  provider_unavailable: {
    title: 'Signing in does not work just now',
    text: 'The service that checks who you are does not answer. Wait a few minutes and try again. Finding groups works without signing in.',
    link: signedOut.again,
    href: '/auth/sign-in',
  },
};
