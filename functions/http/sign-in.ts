import { endSession, type SessionDeps, startSession } from '#functions/commands/session.ts';
import { asCompared } from '#functions/domain/email-address.ts';
import { accept } from '#functions/domain/result.ts';
import { sameSitePath } from '#functions/domain/same-site-path.ts';
import type { IdentityProvider, Vouched } from '#functions/gateways/identity-provider.ts';
import { hashOf } from '#functions/runtime/secrets.ts';
import { Unavailable } from '#functions/runtime/unavailable.ts';
import { keepLogin, LOGIN_SECONDS, type Login, takeLogin } from '#functions/store/login.ts';
import { findSession } from '#functions/store/session.ts';
import { identityHash } from '#functions/store/user.ts';
import { type SignInProblem, sessionRead, signIn, signInCallback, signOut } from '#shared/api/session.ts';
import type { App } from './app.ts';
import type { PageAnswer, PageCall, RefusedPage } from './handler.ts';
import { mount, mountPage } from './mount.ts';
import { plainPage } from './problems.ts';
import { countStored, SIGN_IN_PER_ACCOUNT } from './rate.ts';
import { cookie, LOGIN_COOKIE, noCookie, SESSION_COOKIE } from './session.ts';

export type SignInDeps = SessionDeps & { provider: IdentityProvider };

const SIGNED_OUT = '/signed-out';

/** Sends somebody to the page that says what went wrong and whom to ask. */
const turnedBack = (problem: SignInProblem): PageAnswer => ({
  kind: 'redirect',
  status: 303,
  to: `${SIGNED_OUT}?problem=${problem}`,
  cookies: [noCookie(LOGIN_COOKIE)],
});

/** A refusal on the way in: words of their own where waiting helps, else the page that helps. */
const refused: RefusedPage = async ({ refusal, requestId }) => {
  if (refusal.code === 'unavailable') return turnedBack('provider_unavailable');
  const byWaiting = refusal.code === 'too_many' || refusal.code === 'failed';
  return byWaiting ? plainPage(refusal, requestId) : turnedBack('try_again');
};

/** Mounts signing in and out, and who is signed in. */
export function mountSignIn(app: App, deps: SignInDeps): void {
  mountPage(app, signIn, (call) => begin(app, deps, call), refused);
  mountPage(app, signInCallback, (call) => finish(app, deps, call), refused);
  const cleared = [
    ['set-cookie', noCookie(SESSION_COOKIE)],
    ['set-cookie', noCookie(LOGIN_COOKIE)],
    ['clear-site-data', '"cache", "cookies", "storage"'],
  ] as const;
  mount(
    app,
    signOut,
    async ({ session }) => {
      await endSession(deps, session);
      return accept({ to: await farewell(app, deps) });
    },
    { headers: cleared },
  );
  mount(app, sessionRead, async ({ session: { session, idleAt }, now }) => {
    const { principal, names, areaName, endsAt } = session;
    return accept({ ...principal, names, areaName, idleAt, endsAt, now });
  });
}

/** Ends the provider's session too, so that the next person at a shared computer is asked who they are. */
async function farewell(app: App, { provider }: SignInDeps): Promise<string> {
  const backTo = `${app.context.origin}${SIGNED_OUT}`;
  const address = await provider.endAddress(backTo).catch((error: unknown) => {
    if (error instanceof Unavailable) return undefined;
    throw error;
  });
  return address?.href ?? SIGNED_OUT;
}

async function begin(app: App, deps: SignInDeps, call: PageCall<typeof signIn>) {
  const { login_hint: hint, to } = call.query;
  if (hint !== undefined) {
    const subject = `${call.caller}#${hashOf(asCompared(hint))}`;
    const limits = [SIGN_IN_PER_ACCOUNT];
    const wait = await countStored(deps.table, { rateClass: 'sign_in', subject, limits, now: call.now });
    if (wait !== undefined) {
      return { kind: 'refused', refusal: { code: 'too_many', retryAfter: wait } } as const;
    }
  }
  const handshake = { state: deps.secret(), nonce: deps.secret(), verifier: deps.secret() };
  const address = await deps.provider.begin(handshake, hint);
  const key = deps.secret();
  const login = { ...handshake, to: sameSitePath(to, app.context.origin), now: call.now };
  await keepLogin(deps.table, hashOf(key), login);
  const cookies = [cookie(LOGIN_COOKIE, key, LOGIN_SECONDS)];
  return { kind: 'redirect', status: 302, to: address.href, cookies } as const;
}

async function finish(
  app: App,
  deps: SignInDeps,
  call: PageCall<typeof signInCallback>,
): Promise<PageAnswer> {
  const key = call.cookie(LOGIN_COOKIE);
  const login = key === undefined ? undefined : await takeLogin(deps.table, hashOf(key));
  if (login === undefined || call.query.state !== login.state) return turnedBack('try_again');
  const returned = new URL(`${app.context.origin}${signInCallback.path}`);
  for (const [name, value] of Object.entries(call.query)) {
    if (typeof value === 'string') returned.searchParams.set(name, value);
  }
  const vouched = await deps.provider.finish(returned, login);
  if (vouched === 'cancelled') return turnedBack('cancelled');
  if (vouched === 'refused') return turnedBack('try_again');
  return await admit(deps, { vouched, login, call });
}

/** Starts the session of somebody the provider vouches for; whatever this browser held before ends first. */
async function admit(
  deps: SignInDeps,
  { vouched, login, call }: { vouched: Vouched; login: Login; call: PageCall<typeof signInCallback> },
): Promise<PageAnswer> {
  const held = call.cookie(SESSION_COOKIE);
  const before = held === undefined ? undefined : await findSession(deps.table, hashOf(held), call.now);
  if (before !== undefined) await endSession(deps, before);
  const identity = identityHash(vouched.issuer, vouched.subject);
  const started = await startSession(deps, { identity, verifiedEmail: vouched.verifiedEmail });
  if (!started.ok) {
    return turnedBack(vouched.verifiedEmail === undefined ? 'email_not_verified' : 'not_invited');
  }
  const cookies = [cookie(SESSION_COOKIE, started.value.token), noCookie(LOGIN_COOKIE)];
  return { kind: 'redirect', status: 302, to: login.to, cookies };
}
