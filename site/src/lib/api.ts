import type * as z from 'zod/mini';
import type { Endpoint } from '#shared/api/endpoint.ts';
import type { Problem } from '#shared/api/problem.ts';
import { client as words } from '#shared/text/en/client.ts';
import { type Input, pathOf, queryOf } from './address.ts';
import type { Answer, Refused } from './answer.ts';

type Filled<S extends z.ZodMiniType> = z.input<S> extends Record<string, never> ? unknown : z.input<S>;

/** What a call sends. `key` is the Idempotency-Key of a changing call: one for each submission. */
export type Request<E extends Endpoint> = {
  params?: z.input<E['params']>;
  query?: z.input<E['query']>;
  body?: Filled<E['body']>;
  key?: string;
  signal?: AbortSignal;
};

export type Reply<E extends Endpoint> = z.output<E['reply']>;

/** What the client needs of the browser; `heard` is told of each answer to somebody signed in (idle time counts from it). */
export type Wire = {
  fetch: (url: string, init: RequestInit) => Promise<Response>;
  heard: () => void;
};

// Answers without a session prove nothing about one.
const provesSession = (endpoint: Endpoint, response: Response): boolean =>
  endpoint.roles !== 'anyone' && response.status !== 401 && response.status < 500;

const refused = (code: Refused['code'], title: string): { ok: false; refused: Refused } => ({
  ok: false,
  refused: { code, title },
});

function initOf(
  endpoint: Endpoint,
  request: { body?: unknown; key?: string; signal?: AbortSignal },
): RequestInit {
  const headers: Record<string, string> = { Accept: 'application/json' };
  const init: RequestInit = {
    method: endpoint.method,
    headers,
    credentials: 'same-origin',
    cache: 'no-store',
    redirect: 'error',
    signal: request.signal ?? null,
  };
  if (endpoint.method === 'GET') return init;
  headers['Content-Type'] = 'application/json';
  if (request.key !== undefined) headers['Idempotency-Key'] = request.key;
  return { ...init, body: JSON.stringify(request.body ?? {}) };
}

// The API made it by its own schema; this tells it from the page of something in between.
const isProblem = (body: unknown): body is Problem =>
  typeof body === 'object' &&
  body !== null &&
  'code' in body &&
  typeof body.code === 'string' &&
  'title' in body &&
  typeof body.title === 'string';

async function problemOf(response: Response): Promise<{ ok: false; refused: Refused }> {
  const body: unknown = await response.json().catch(() => undefined);
  if (isProblem(body)) return { ok: false, refused: body };
  return response.status >= 500
    ? refused('unavailable', words.unavailable)
    : refused('unreadable', words.unreadable);
}

async function replyOf<E extends Endpoint>(response: Response): Promise<Answer<Reply<E>>> {
  if (response.status === 204) return { ok: true, value: {} as Reply<E> };
  const body: unknown = await response.json().catch(() => undefined);
  // The API parsed it by the reply schema of this very endpoint before it left, so no schema comes here.
  return typeof body === 'object' && body !== null
    ? { ok: true, value: body as Reply<E> }
    : refused('unreadable', words.unreadable);
}

/**
 * Makes the typed caller of the API. Every way a call can end is a value: the reply as its schema
 * says, the API's problem with its code, or `no_connection`. It never throws and never navigates.
 */
export function createApi(wire: Wire) {
  return async function call<E extends Endpoint>(
    endpoint: E,
    request: Request<E> = {},
  ): Promise<Answer<Reply<E>>> {
    // Inputs of every endpoint are objects of parameters; the schema's own type is checked at the call.
    const url = pathOf(endpoint, (request.params ?? {}) as Input) + queryOf((request.query ?? {}) as Input);
    try {
      const response = await wire.fetch(url, initOf(endpoint, request));
      if (provesSession(endpoint, response)) wire.heard();
      return response.ok ? await replyOf<E>(response) : await problemOf(response);
    } catch {
      return refused('no_connection', words.noConnection);
    }
  };
}
export type Call = ReturnType<typeof createApi>;
