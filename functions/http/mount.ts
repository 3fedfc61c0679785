import type { Context } from 'hono';
import type { Result } from '#functions/domain/result.ts';
import { type Endpoint, isDeclared } from '#shared/api/endpoint.ts';
import type { App, Env, Refused } from './app.ts';
import { attemptOf, enter } from './enter.ts';
import type { Handler, OpenHandler, PageHandler, RefusedPage } from './handler.ts';
import { JSON_HEADERS } from './headers.ts';
import type { Given } from './parse.ts';
import { pageResponse, plainPage, problemResponse } from './problems.ts';
import { cookieFrom } from './session.ts';

/** Headers a success carries beside the usual ones, e.g. cookies that end. */
export type Extra = { headers?: readonly (readonly [name: string, value: string])[] };

/** Puts a route where the registry says. Refuses what the registry does not know or another function answers. */
function place(app: App, endpoint: Endpoint, answer: (c: Context<Env>) => Promise<Response>): void {
  if (!isDeclared(endpoint)) throw new Error(`${endpoint.path} is not in the registry`);
  if (endpoint.boundary !== app.boundary) {
    throw new Error(`${endpoint.id} belongs to ${endpoint.boundary}, not to ${app.boundary}`);
  }
  if (app.mounted.has(endpoint.id)) throw new Error(`${endpoint.id} is mounted twice`);
  app.mounted.add(endpoint.id);
  const path = endpoint.path.replaceAll(/\{(\w+)\}/g, ':$1');
  app.hono.on(endpoint.method, path, async (c) => {
    c.set('route', endpoint.id);
    return await answer(c);
  });
}

const asProblem =
  (c: Context<Env>): Refused =>
  async (refusal) =>
    problemResponse(refusal, c.get('requestId'));

/** The answer of a JSON route: only what its schema declares leaves; a reply that does not fit is our fault. */
function replyOf(
  app: App,
  endpoint: Endpoint,
  reply: { value: unknown; requestId: string } & Extra,
): Response {
  const parsed = endpoint.reply.safeParse(reply.value);
  if (!parsed.success) {
    const { requestId } = reply;
    app.context.log.error('reply outside its schema', { requestId, route: endpoint.id, code: 'failed' });
    return problemResponse({ code: 'failed' }, requestId);
  }
  const headers = new Headers({ ...JSON_HEADERS, 'content-type': 'application/json; charset=utf-8' });
  for (const [name, value] of reply.headers ?? []) headers.append(name, value);
  const body = endpoint.status === 204 ? null : JSON.stringify(parsed.data);
  return new Response(body, { status: endpoint.status, headers });
}

async function answered(
  c: Context<Env>,
  app: App,
  reply: { endpoint: Endpoint; result: Result<unknown> } & Extra,
): Promise<Response> {
  const { endpoint, result } = reply;
  if (!result.ok) return await asProblem(c)(result.refusal);
  return replyOf(app, endpoint, { ...reply, value: result.value, requestId: c.get('requestId') });
}

/** Mounts a route that needs a session. The handler is given who it is and checks the relation itself. */
export function mount<E extends Endpoint>(
  app: App,
  endpoint: E,
  handler: Handler<E>,
  extra: Extra = {},
): void {
  if (endpoint.roles === 'anyone') throw new Error(`${endpoint.id} is open: use mountOpen`);
  place(app, endpoint, async (c) => {
    c.set('refused', asProblem(c));
    const entered = await enter(app, endpoint, attemptOf(c));
    if (!entered.ok) return await asProblem(c)(entered.refusal);
    const { call, live } = entered.value;
    if (live === undefined) throw new Error('A session route was entered without a session');
    const result = await handler({ ...call, principal: live.session.principal, session: live });
    return await answered(c, app, { endpoint, result, ...extra });
  });
}

/** Mounts a JSON route that anyone may call. */
export function mountOpen<E extends Endpoint>(
  app: App,
  endpoint: E,
  handler: OpenHandler<E>,
  extra: Extra = {},
): void {
  if (endpoint.roles !== 'anyone') throw new Error(`${endpoint.id} needs a session: use mount`);
  place(app, endpoint, async (c) => {
    c.set('refused', asProblem(c));
    const entered = await enter(app, endpoint, attemptOf(c));
    if (!entered.ok) return await asProblem(c)(entered.refusal);
    return await answered(c, app, { endpoint, result: await handler(entered.value.call), ...extra });
  });
}

/**
 * Mounts a page or a redirect that anyone may call. What it refuses, and every surprise, is answered by
 * `refused` as a page in the site's own shell; without it by a page of plain words.
 */
export function mountPage<E extends Endpoint>(
  app: App,
  endpoint: E,
  handler: PageHandler<E>,
  refused?: RefusedPage,
): void {
  if (endpoint.roles !== 'anyone' || endpoint.kind === 'json')
    throw new Error(`${endpoint.id} is not an open page`);
  place(app, endpoint, async (c) => {
    const requestId = c.get('requestId');
    let given: Given | undefined;
    const asPage: Refused = async (refusal) =>
      pageResponse(
        refused === undefined
          ? plainPage(refusal, requestId)
          : await refused({ refusal, given, requestId, now: app.context.now() }),
        refusal,
      );
    c.set('refused', asPage);
    const seen = (read: Given) => {
      given = read;
    };
    const entered = await enter(app, endpoint, { ...attemptOf(c), seen });
    if (!entered.ok) return await asPage(entered.refusal);
    const cookie = (name: string) => cookieFrom(c.req.raw.headers, name);
    const answer = await handler({ ...entered.value.call, cookie });
    return answer.kind === 'refused' ? await asPage(answer.refusal) : pageResponse(answer);
  });
}
