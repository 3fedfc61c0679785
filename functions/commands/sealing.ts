import type { KeyContext } from '#functions/gateways/key-service.ts';
import { seal, unseal } from '#functions/gateways/seal.ts';
import {
  findSealed,
  findWrappedKey,
  type SealedPlace,
  sealedAt,
  sealedWrite,
} from '#functions/store/person.ts';
import type { Freshness } from '#functions/store/reading.ts';
import type { Write } from '#functions/store/table.ts';
import { PersonDetails } from '#shared/model/person.ts';
import type { Referral } from '#shared/model/referral.ts';
import type { SealedDeps } from './deps.ts';

/** What a person's key is bound to: opaque ids, for the key service writes them down. */
export const contextOf = ({ personId, schemeId }: Pick<Referral, 'personId' | 'schemeId'>): KeyContext => ({
  app: 'vcse-portal',
  person: personId,
  scheme: schemeId,
});

/** The write of a person's details, sealed for one place. */
export const sealedFor = (
  { nonce }: SealedDeps,
  person: PersonDetails,
  at: { place: SealedPlace; key: Uint8Array; mac?: string },
): Write =>
  sealedWrite(
    at.place,
    seal(JSON.stringify(person), { key: at.key, nonce: nonce(), at: sealedAt(at.place) }),
    at.mac,
  );

/**
 * Opens the record at a place and hands the details and the plain key to `use`, then wipes the key.
 * Undefined when record or key is gone: there is nobody to open any more.
 */
export async function withOpened<T>(
  deps: SealedDeps,
  at: { referral: Referral; place: SealedPlace; read?: Freshness },
  use: (person: PersonDetails, key: Uint8Array) => T,
): Promise<T | undefined> {
  const { referral, place, read } = at;
  const [record, wrapped] = await Promise.all([
    findSealed(deps.table, place, read),
    findWrappedKey(deps.table, { area: referral.area, id: referral.personId }, read),
  ]);
  if (record === undefined || wrapped === undefined) return undefined;
  const key = await deps.keys.open(wrapped, contextOf(referral));
  try {
    const opened: unknown = JSON.parse(unseal(record.sealed, { key, at: sealedAt(place) }));
    return use(PersonDetails.parse(opened), key);
  } finally {
    key.fill(0);
  }
}
