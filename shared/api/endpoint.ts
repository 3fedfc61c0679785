import * as z from 'zod/mini';
import type { EventType } from '../events/index.ts';
import type { ReferralState } from '../model/referral-state.ts';
import type { Role } from '../model/roles.ts';
import type { RefusalCode } from './problem.ts';

/** Which function answers: one for each access boundary, each with its own role in IAM. */
export const BOUNDARIES = [
  'public',
  'grants',
  'sign-in',
  'intake',
  'joining',
  'staff',
  'sealed',
  'commissioner',
] as const;
export type Boundary = (typeof BOUNDARIES)[number];

/**
 * How the caller must stand to the thing named in the path, looked up on the server. A caller who
 * holds a role but not the relation is answered `not_found`.
 */
export type Relation =
  | 'none'
  /** the sender of the referral, or a manager of the sending scheme */
  | 'sending_team'
  /** a reader of the group the referral was sent to */
  | 'receiving_reader'
  /** either side of the referral */
  | 'either_side'
  /** a lead of the group */
  | 'own_group'
  /** works in the area the thing belongs to */
  | 'own_area';

/** Rate classes; stored counters for the named ones, in-memory buckets elsewhere (limits: functions/http/rate.ts). */
export type RateClass =
  | 'public'
  | 'signed_in'
  | 'sign_in'
  | 'referral_create'
  | 'reveal'
  | 'suggestion'
  | 'reports';

type Schema = z.ZodMiniType;

export type Endpoint<
  Params extends Schema = Schema,
  Query extends Schema = Schema,
  Body extends Schema = Schema,
  Reply extends Schema = Schema,
> = {
  /** Stable name, used by the client, the tests and the OpenAPI operationId. */
  id: string;
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** With parameters in braces, as API Gateway and OpenAPI write them. */
  path: `/${string}`;
  boundary: Boundary;
  summary: string;
  /** `json` answers `reply`; `page` answers HTML; `redirect` answers 302 or 303. */
  kind: 'json' | 'page' | 'redirect';
  /** `anyone` needs no session; `signed_in` needs one of any role. */
  roles: 'anyone' | 'signed_in' | readonly Role[];
  relation: Relation;
  params: Params;
  query: Query;
  body: Body;
  /** What a form judges before it sends, where that is less than the body: no field of it can get the rest wrong. */
  form?: Schema;
  status: 200 | 201 | 202 | 204 | 302 | 303;
  reply: Reply;
  /** What it may refuse with, beside what every route of its kind may (malformed, invalid, too_many …). */
  refusals: readonly RefusalCode[];
  /** The states of the referral in which it may succeed. */
  states?: readonly ReferralState[];
  rate: RateClass;
  /** The one event a success writes. */
  event: EventType | null;
};

/** For routes without parameters, query or body. */
export const Nothing = z.strictObject({});

type Defaults = 'params' | 'query' | 'body' | 'kind' | 'relation' | 'refusals' | 'status' | 'event';

const declaredRoutes = new WeakSet<object>();

/** Whether a route was declared here. The router mounts nothing else. */
export const isDeclared = (endpoint: object): boolean => declaredRoutes.has(endpoint);

/** Declares a route: what is left out takes the plain default (JSON, 200, no input, no event). */
export function endpoint<
  Reply extends Schema,
  Params extends Schema = typeof Nothing,
  Query extends Schema = typeof Nothing,
  Body extends Schema = typeof Nothing,
>(
  declared: Omit<Endpoint<Params, Query, Body, Reply>, Defaults> &
    Partial<Pick<Endpoint<Params, Query, Body, Reply>, Defaults>>,
): Endpoint<Params, Query, Body, Reply> {
  const defaults = {
    kind: 'json',
    relation: 'none',
    refusals: [],
    status: 200,
    event: null,
    params: Nothing,
    query: Nothing,
    body: Nothing,
  } as const;
  // The defaults stand for `typeof Nothing`, which is what the type parameters fall back to.
  const made = { ...defaults, ...declared } as Endpoint<Params, Query, Body, Reply>;
  declaredRoutes.add(made);
  return made;
}
