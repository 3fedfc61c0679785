import * as z from 'zod/mini';
import { Instant } from '../model/dates.ts';
import { Principal } from '../model/roles.ts';
import { endpoint, Nothing } from './endpoint.ts';

/** Why a sign-in did not end in a session: `/signed-out?problem=<code>` says it in words and whom to ask. */
export const SignInProblem = z.enum([
  /** Nobody invited this account, or it may no longer sign in. */
  'not_invited',
  /** The account has no email address that its provider has checked. */
  'email_not_verified',
  /** The person turned back at the provider. */
  'cancelled',
  /** It took longer than ten minutes, or was begun in another window. */
  'try_again',
  /** The service that checks who people are does not answer. */
  'provider_unavailable',
]);
export type SignInProblem = z.infer<typeof SignInProblem>;

export const signIn = endpoint({
  id: 'session.sign_in',
  method: 'GET',
  path: '/auth/sign-in',
  boundary: 'sign-in',
  kind: 'redirect',
  status: 302,
  summary: 'Goes to the identity provider (authorization code with PKCE)',
  roles: 'anyone',
  query: z.strictObject({
    /** Where to go afterwards: a path of this site. */
    to: z.optional(z.string().check(z.maxLength(300))),
    login_hint: z.optional(z.email('Use an email address')),
  }),
  reply: Nothing,
  rate: 'sign_in',
});

export const signInCallback = endpoint({
  id: 'session.callback',
  method: 'GET',
  path: '/auth/callback',
  boundary: 'sign-in',
  kind: 'redirect',
  status: 302,
  summary: 'Takes the code back from the identity provider and starts a session',
  roles: 'anyone',
  query: z.object({
    code: z.optional(z.string().check(z.maxLength(2000))),
    state: z.optional(z.string().check(z.maxLength(200))),
    error: z.optional(z.string().check(z.maxLength(200))),
    iss: z.optional(z.string().check(z.maxLength(300))),
  }),
  reply: Nothing,
  rate: 'sign_in',
  event: 'session.started',
});

export const signOut = endpoint({
  id: 'session.sign_out',
  method: 'POST',
  path: '/auth/sign-out',
  boundary: 'sign-in',
  status: 200,
  summary: 'Ends the session and clears what the browser kept',
  roles: 'signed_in',
  reply: z.object({ to: z.string() }),
  rate: 'signed_in',
  event: 'session.ended',
});

/** Who I am and how long this session lasts; also the call that keeps it alive. */
export const sessionRead = endpoint({
  id: 'session.read',
  method: 'GET',
  path: '/api/session',
  boundary: 'sign-in',
  summary: 'Who is signed in, with roles, groups and schemes by name',
  roles: 'signed_in',
  reply: z.object({
    ...z.pick(Principal, {
      userId: true,
      name: true,
      email: true,
      phone: true,
      area: true,
      memberships: true,
    }).shape,
    /** The names of the groups and schemes in `memberships`, by id. */
    names: z.record(z.string(), z.string()),
    areaName: z.string(),
    idleAt: Instant,
    endsAt: Instant,
    now: Instant,
  }),
  refusals: ['not_signed_in'],
  rate: 'signed_in',
});
