import * as z from 'zod/mini';
import type { AreaId } from '#shared/model/area.ts';
import {
  type OrganizationId,
  type PersonId,
  ReferralId,
  type SchemeId,
  type ServiceId,
} from '#shared/model/ids.ts';
import { keyKeys, peopleKeys } from './keys.ts';
import type { Freshness } from './reading.ts';
import type { Conflict, Item, Key, Table, Write } from './table.ts';

/** Sealed items of *people*: who a person is, twice at most. The wrapped key of each stands in *keys*. */
export const SEALED_VERSION = 1;

/** One of the two sealed records of a person: where it stands and who owns it. */
export type SealedPlace = Key & { owner: string };
export const originalPlace = (area: AreaId, id: PersonId, scheme: SchemeId): SealedPlace => ({
  ...peopleKeys.original(area, id),
  owner: scheme,
});
export const copyPlace = (area: AreaId, id: PersonId, group: OrganizationId): SealedPlace => ({
  ...peopleKeys.copy(area, id, group),
  owner: group,
});

/** What a place is sealed against; the same when it is written and when it is opened. */
export const sealedAt = ({ pk, sk, owner }: SealedPlace) => ({
  table: 'people',
  pk,
  sk,
  version: SEALED_VERSION,
  owner,
});

const item = (key: Key, rest: Record<string, Uint8Array | string>): Item => ({
  pk: key.pk,
  sk: key.sk,
  schema: 1,
  version: SEALED_VERSION,
  ...rest,
});

/** The write of a sealed record. `mac` stands beside the original so that erasing finds what it guards. */
export const sealedWrite = (place: SealedPlace, sealed: Uint8Array, mac?: string): Write => ({
  kind: 'put',
  table: 'people',
  item: item(place, { sealed, ...(mac === undefined ? {} : { mac }) }),
  expected: place.sk === 'original' ? 'absent' : 'any',
});

/** The write of the one wrapped key of a person. */
export const wrappedKeyWrite = (area: AreaId, id: PersonId, wrapped: Uint8Array): Write => ({
  kind: 'put',
  table: 'keys',
  item: item(keyKeys.person(area, id), { wrapped }),
  expected: 'absent',
});

const Sealed = z.object({ sealed: z.instanceof(Uint8Array), mac: z.optional(z.string()) });
const Wrapped = z.object({ wrapped: z.instanceof(Uint8Array) });
const Same = z.object({ referralId: ReferralId });

/** A sealed record, or undefined when there is none (any more). */
export async function findSealed(table: Table, { pk, sk }: SealedPlace, read?: Freshness) {
  const found = await table.get('people', { pk, sk }, read);
  return found === undefined ? undefined : Sealed.parse(found);
}

/** The wrapped key of a person, or undefined once it was destroyed. */
export async function findWrappedKey(table: Table, at: { area: AreaId; id: PersonId }, read?: Freshness) {
  const found = await table.get('keys', keyKeys.person(at.area, at.id), read);
  return found === undefined ? undefined : Wrapped.parse(found).wrapped;
}

/** Which team's fingerprint of whom, for which activity. */
export type SamePerson = { area: AreaId; scheme: SchemeId; mac: string; service: ServiceId };
const sameKey = ({ area, scheme, mac, service }: SamePerson): Key =>
  peopleKeys.same(area, scheme, mac, service);

/** Says which referral is the live one for a person and activity; `instead` of one that has closed. */
export const sameWrite = (same: SamePerson, referralId: ReferralId, instead?: ReferralId): Write => ({
  kind: 'put',
  table: 'people',
  item: { ...sameKey(same), schema: 1, referralId },
  expected: instead === undefined ? 'absent' : { attribute: 'referralId', equals: instead },
});

/** The referral a failed `sameWrite` met, or undefined when there was none. */
export function sameReferral({ item: met }: Conflict): ReferralId | undefined {
  const parsed = Same.safeParse(met);
  return parsed.success ? parsed.data.referralId : undefined;
}

/** The referral that is the live one for a person and activity, if any. */
export async function findSame(table: Table, same: SamePerson): Promise<ReferralId | undefined> {
  const met = await table.get('people', sameKey(same));
  return met === undefined ? undefined : Same.parse(met).referralId;
}

/** Forgets the fingerprint while it still stands for this referral. */
export const sameDelete = (same: SamePerson, referralId: ReferralId): Write => ({
  kind: 'delete',
  table: 'people',
  key: sameKey(same),
  expected: { attribute: 'referralId', equals: referralId },
});

/** Destroys one sealed record. */
export const sealedDelete = ({ pk, sk }: SealedPlace): Write => ({
  kind: 'delete',
  table: 'people',
  key: { pk, sk },
  expected: 'any',
});

/** Destroys the wrapped key: from here on nobody can open what it sealed. */
export const wrappedKeyDelete = (area: AreaId, id: PersonId): Write => ({
  kind: 'delete',
  table: 'keys',
  key: keyKeys.person(area, id),
  expected: 'any',
});
