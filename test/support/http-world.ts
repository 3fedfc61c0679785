import { createHash, randomUUID } from 'node:crypto';
import { startSession } from '#functions/commands/session.ts';
import { type App, createApp } from '#functions/http/app.ts';
import { systemIds, systemSessionId } from '#functions/runtime/ids.ts';
import { jsonLogger } from '#functions/runtime/logger.ts';
import { systemSecret } from '#functions/runtime/secrets.ts';
import type { Table } from '#functions/store/table.ts';
import { identityHash, invitedUserItems, type User } from '#functions/store/user.ts';
import type { Boundary } from '#shared/api/endpoint.ts';
import { AreaId } from '#shared/model/area.ts';
import { OrganizationId, SchemeId, UserId } from '#shared/model/ids.ts';
import type { Membership, Role } from '#shared/model/roles.ts';
import type { TestEngine } from './engine.ts';

export const ORIGIN = 'https://portal.example.org';
export const SECRET = 'the secret of the distribution';
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** A clock that stands still until a test moves it. */
export function testClock(start = '2026-11-23T09:00:00.000Z') {
  let at = Date.parse(start);
  return {
    now: () => new Date(at).toISOString(),
    advance: (ms: number) => {
      at += ms;
    },
  };
}

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;

const membership = (role: Role): Membership => {
  if (role === 'group_lead' || role === 'group_reader')
    return { role, organizationId: OrganizationId.parse(randomUUID()) };
  if (role === 'link_worker' || role === 'lw_manager')
    return { role, schemeId: SchemeId.parse(randomUUID()) };
  return { role };
};

/** Somebody invited, with roles in groups and schemes of their own. */
export function person(...roles: Role[]): User {
  const userId = UserId.parse(randomUUID());
  const rest = { area: AreaId.parse('manchester'), active: true, mail: 'instant', phone: null } as const;
  const email = `${userId.slice(0, 8)}@demo.example`;
  return { userId, name: 'Sam Okafor', email, memberships: roles.map(membership), ...rest };
}

/** Applications and people of one test file, all on one engine and one clock. */
export function httpWorld(engine: TestEngine) {
  const clock = testClock();
  const lines: string[] = [];
  const log = jsonLogger((line) => lines.push(line));
  const table = engine.tableWith({ now: clock.now });
  const deps = {
    table,
    now: clock.now,
    ids: systemIds,
    secret: systemSecret,
    sessionId: systemSessionId,
  };
  const app = (boundary: Boundary, mounted: (app: App) => void, own: Partial<{ table: Table }> = {}) => {
    const context = {
      origin: ORIGIN,
      originSecrets: [sha256('older'), sha256(SECRET)],
      log,
      ...deps,
      ...own,
    };
    const made = createApp(boundary, context);
    mounted(made);
    return made;
  };
  const invite = async (user: User) => {
    for (const item of invitedUserItems(user)) {
      await table.write({ kind: 'put', table: 'portal', item, expected: 'any' });
    }
    return user;
  };
  /** Signs somebody in (inviting them first when new) and answers the cookie. */
  const signIn = async (user: User) => {
    const identity = identityHash('https://id.example.org', user.userId);
    const started = await startSession(deps, { identity, verifiedEmail: user.email });
    if (!started.ok) throw new Error(`Not signed in: ${started.refusal.code}`);
    return { cookie: `__Host-session=${started.value.token}`, ...started.value };
  };
  return { clock, lines, table, deps, app, invite, signIn };
}

type Ask = { cookie?: string; headers?: Record<string, string | undefined>; body?: unknown; raw?: string };

/** Asks as the site's own pages would; a header set to undefined is left out. */
export async function ask(app: App, method: string, path: string, given: Ask = {}) {
  const changing = method !== 'GET' && method !== 'HEAD';
  const headers: Record<string, string | undefined> = {
    'x-origin-verify': SECRET,
    'x-viewer-ip': '203.0.113.9',
    cookie: given.cookie,
    ...(changing && {
      origin: ORIGIN,
      'sec-fetch-site': 'same-origin',
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
    }),
    ...given.headers,
  };
  const sent = Object.entries(headers).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as [string, string]],
  );
  const body = changing ? (given.raw ?? JSON.stringify(given.body ?? {})) : undefined;
  const response = await app.hono.request(path, {
    method,
    headers: sent,
    ...(body === undefined ? {} : { body }),
  });
  const text = await response.text();
  const isJson = (response.headers.get('content-type') ?? '').includes('json');
  return {
    status: response.status,
    headers: response.headers,
    text,
    json: isJson && text !== '' ? JSON.parse(text) : {},
  };
}
