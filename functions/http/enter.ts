import type { Context } from 'hono';
import { accept, type Result, refuse } from '#functions/domain/result.ts';
import { extendSession } from '#functions/store/session.ts';
import type { Endpoint } from '#shared/api/endpoint.ts';
import type { Instant } from '#shared/model/dates.ts';
import type { App, Env } from './app.ts';
import { callerOf, VIEWER_HEADER } from './caller.ts';
import { crossSite, guardOf } from './csrf.ts';
import type { OpenCall } from './handler.ts';
import { cameThroughTheDoor, ORIGIN_HEADER } from './origin-secret.ts';
import { type Given, parseGiven, readGiven } from './parse.ts';
import { countStored, STORED_LIMITS } from './rate.ts';
import { type EnteredSession, mayEnter, sessionOf } from './session.ts';
import { MAX_URL_LENGTH } from './size.ts';

/** A request that passed every check of the edge; `live` only where the route needs a session. */
export type Entered<E extends Endpoint> = { call: OpenCall<E>; live: EnteredSession | undefined };
type Attempt = { request: Request; params: Record<string, string>; requestId: string };

/** Before anything is read: through our own distribution, an address of sound length, from our own pages. */
function atTheDoor(app: App, endpoint: Endpoint, request: Request): Result<undefined> {
  const secret = request.headers.get(ORIGIN_HEADER) ?? undefined;
  if (!cameThroughTheDoor(secret, app.context.originSecrets)) return refuse('not_found');
  if (request.url.length > MAX_URL_LENGTH) return refuse('malformed');
  const refused = crossSite(guardOf(endpoint), request.headers, app.context.origin);
  return refused === undefined ? accept(undefined) : refuse(refused);
}

/** Who it is, where the route needs somebody: `not_signed_in` without a live session, `not_found` without the role. */
async function whoEnters(
  app: App,
  endpoint: Endpoint,
  at: { headers: Headers; now: Instant },
): Promise<Result<EnteredSession | undefined>> {
  if (endpoint.roles === 'anyone') return accept(undefined);
  const live = await sessionOf(app.context.table, at.headers, at.now);
  if (live === undefined) return refuse('not_signed_in');
  if (!mayEnter(live.session.principal, endpoint.roles)) return refuse('not_found');
  // A request must not fail because its session could not be put off.
  const idleAt = await extendSession(app.context.table, live, at.now).catch(() => live.idleAt);
  return accept({ ...live, idleAt });
}

/** Counts the call against its class, by person where one is known, else by network. */
async function withinRate(
  app: App,
  endpoint: Endpoint,
  at: { subject: string; now: Instant },
): Promise<Result<undefined>> {
  const { rate: rateClass } = endpoint;
  const limits = STORED_LIMITS[rateClass];
  const subject = limits === undefined ? at.subject : `${endpoint.id}#${at.subject}`;
  const wait =
    limits === undefined
      ? app.buckets(rateClass, subject, at.now)
      : await countStored(app.context.table, { rateClass, subject, limits, now: at.now });
  return wait === undefined ? accept(undefined) : refuse({ code: 'too_many', retryAfter: wait });
}

/**
 * Takes a request through the checks of the edge, cheapest first. `seen` is told what was asked as soon
 * as it is read, so that a page can show it again.
 */
export async function enter<E extends Endpoint>(
  app: App,
  endpoint: E,
  attempt: Attempt & { seen?: (given: Given) => void },
): Promise<Result<Entered<E>>> {
  const { request, requestId } = attempt;
  const now = app.context.now();
  const door = atTheDoor(app, endpoint, request);
  if (!door.ok) return door;
  const who = await whoEnters(app, endpoint, { headers: request.headers, now });
  if (!who.ok) return who;
  const given = await readGiven(guardOf(endpoint), request, attempt.params);
  if (!given.ok) return given;
  attempt.seen?.(given.value);
  const parsed = parseGiven(endpoint, given.value);
  if (!parsed.ok) return parsed;
  const viewer = request.headers.get(VIEWER_HEADER) ?? undefined;
  const caller = callerOf(viewer, app.context.originSecrets[0] ?? '');
  const subject = who.value?.session.principal.userId ?? caller;
  const rate = await withinRate(app, endpoint, { subject, now });
  if (!rate.ok) return rate;
  const idempotencyKey = request.headers.get('idempotency-key')?.toLowerCase() ?? '';
  return accept({ call: { ...parsed.value, now, requestId, idempotencyKey, caller }, live: who.value });
}

/** The request as the framework holds it. */
export const attemptOf = (c: Context<Env>): Attempt => ({
  request: c.req.raw,
  params: c.req.param(),
  requestId: c.get('requestId'),
});
