import type * as z from 'zod/mini';
import type { Result } from '#functions/domain/result.ts';
import type { Endpoint } from '#shared/api/endpoint.ts';
import type { REFUSALS, Refusal, RefusalCode } from '#shared/api/problem.ts';
import type { Instant } from '#shared/model/dates.ts';
import type { Principal } from '#shared/model/roles.ts';
import type { Given } from './parse.ts';
import type { EnteredSession } from './session.ts';

/** A request after every edge check: parsed, from this site, within its rate, by somebody the role allows. */
export type OpenCall<E extends Endpoint> = {
  params: z.infer<E['params']>;
  query: z.infer<E['query']>;
  body: z.infer<E['body']>;
  now: Instant;
  requestId: string;
  /** The Idempotency-Key of a changing call (a UUID), without which none gets this far; empty on reads and forms. */
  idempotencyKey: string;
  /** A short hash of the caller's address, for rates only. */
  caller: string;
};
export type Call<E extends Endpoint> = OpenCall<E> & { principal: Principal; session: EnteredSession };
export type PageCall<E extends Endpoint> = OpenCall<E> & {
  /** A cookie of ours; pages the edge may cache never see one. */
  cookie: (name: string) => string | undefined;
};

/** Handles a route that needs a session. The relation to the object is the handler's to check. */
export type Handler<E extends Endpoint> = (call: Call<E>) => Promise<Result<z.infer<E['reply']>>>;
/** Handles a route anyone may call. */
export type OpenHandler<E extends Endpoint> = (call: OpenCall<E>) => Promise<Result<z.infer<E['reply']>>>;

export type PageStatus = 200 | (typeof REFUSALS)[RefusalCode]['status'];

/** What a page or redirect route answers. `maxAge` in seconds lets the edge cache it; never with a session. */
export type PageAnswer =
  | { kind: 'html'; status: PageStatus; html: string; maxAge?: number }
  | { kind: 'redirect'; status: 302 | 303; to: string; cookies?: readonly string[] };
/** A page handler may refuse too; the route's refusal page says it. */
export type PageHandler<E extends Endpoint> = (
  call: PageCall<E>,
) => Promise<PageAnswer | { kind: 'refused'; refusal: Refusal }>;

/** Makes the page that says why a page route refused; `given` is what was asked, before it was judged. */
export type RefusedPage = (refused: {
  refusal: Refusal;
  given: Given | undefined;
  requestId: string;
  now: Instant;
}) => Promise<PageAnswer>;
