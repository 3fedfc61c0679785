import { hashOf } from '#functions/runtime/secrets.ts';
import { findSession, type LiveSession } from '#functions/store/session.ts';
import type { Table } from '#functions/store/table.ts';
import type { Endpoint } from '#shared/api/endpoint.ts';
import type { Instant } from '#shared/model/dates.ts';
import type { Principal } from '#shared/model/roles.ts';

export const SESSION_COOKIE = '__Host-session';
export const LOGIN_COOKIE = '__Host-login';

const ATTRIBUTES = 'Path=/; Secure; HttpOnly; SameSite=Lax';

/** A cookie of ours: only for this host, unseen by scripts, not sent by other sites' requests. */
export const cookie = (name: string, value: string, maxAge?: number): string =>
  `${name}=${value}; ${ATTRIBUTES}${maxAge === undefined ? '' : `; Max-Age=${maxAge}`}`;

/** Takes a cookie of ours out of the browser. */
export const noCookie = (name: string): string => cookie(name, '', 0);

/** The value of a cookie, or undefined. Of two with one name the first counts. */
export function cookieFrom(headers: Headers, name: string): string | undefined {
  const prefix = `${name}=`;
  return (headers.get('cookie') ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .find((pair) => pair.startsWith(prefix))
    ?.slice(prefix.length);
}

const TOKEN = /^[\w-]{43}$/;

/**
 * A session with a mark that stands for it where nobody may be named: made of the token, which only the
 * browser has, so that not even who reads *sessions* can say whose it is.
 */
export type EnteredSession = LiveSession & { mark: string };

/** The live session of a request, or undefined. What could not have been made here is not looked up. */
export async function sessionOf(
  table: Table,
  headers: Headers,
  now: Instant,
): Promise<EnteredSession | undefined> {
  const token = cookieFrom(headers, SESSION_COOKIE);
  if (token === undefined || !TOKEN.test(token)) return undefined;
  const live = await findSession(table, hashOf(token), now);
  return live && { ...live, mark: hashOf(`mark of ${token}`) };
}

/** Whether somebody holds one of the roles a route is for. */
export const mayEnter = (principal: Principal, roles: Endpoint['roles']): boolean =>
  typeof roles === 'string' || principal.memberships.some(({ role }) => roles.includes(role));
