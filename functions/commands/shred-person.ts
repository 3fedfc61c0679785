import {
  findSame,
  findSealed,
  originalPlace,
  sameDelete,
  sealedDelete,
  wrappedKeyDelete,
} from '#functions/store/person.ts';
import type { Table, Write } from '#functions/store/table.ts';
import type { Referral } from '#shared/model/referral.ts';

/**
 * The writes that leave nothing of the person behind a referral: the wrapped key, the original, and the
 * fingerprint while it stands for this very referral. Without the key nobody opens what else was sealed with it.
 */
export async function shreddingWrites(table: Table, referral: Referral): Promise<Write[]> {
  const { area, personId, schemeId, serviceId, id } = referral;
  const place = originalPlace(area, personId, schemeId);
  const original = await findSealed(table, place);
  const destroyed = [wrappedKeyDelete(area, personId), sealedDelete(place)];
  if (original?.mac === undefined) return destroyed;
  const same = { area, scheme: schemeId, mac: original.mac, service: serviceId };
  return (await findSame(table, same)) === id ? [...destroyed, sameDelete(same, id)] : destroyed;
}
