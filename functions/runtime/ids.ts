import { randomBytes } from 'node:crypto';
import { v4, v5, v7 } from 'uuid';
import { EventId, PersonId, type UserId } from '#shared/model/ids.ts';
import { type Reference, referenceFrom } from '#shared/model/reference.ts';

/** Our name space for ids derived from a request, so that the same request makes the same thing. */
const CREATED = '5c1b7d0e-6f0a-4b8e-9f6e-0d7a4f6b2c11';

/** Everything that makes an id; an argument wherever one is needed. */
export type Ids = {
  /** v7, in the order of the clock. */
  event: () => EventId;
  /** v4: says nothing of when or by whom. */
  person: () => PersonId;
  /** The spoken name of a referral; random, so that it says nothing of its id. */
  reference: () => Reference;
  /** v5 of tenant, user, route and key: a request sent twice makes one thing. */
  created: (request: { tenant: string; user: UserId | 'public'; route: string; key: string }) => string;
};

export const systemIds: Ids = {
  event: () => EventId.parse(v7()),
  person: () => PersonId.parse(v4()),
  reference: () => referenceFrom(randomBytes(7)),
  created: ({ tenant, user, route, key }) => v5([tenant, user, route, key].join('\n'), CREATED),
};

/** v4: names a session in events. It is not the secret that opens it. */
export const systemSessionId = (): string => v4();
