import { withdrawReferral as decide } from '#functions/domain/referral/withdraw.ts';
import { accept, type Result } from '#functions/domain/result.ts';
import {
  copyPlace,
  findSame,
  findSealed,
  originalPlace,
  sameDelete,
  sealedDelete,
  wrappedKeyDelete,
} from '#functions/store/person.ts';
import type { Write } from '#functions/store/table.ts';
import type { Referral, WithdrawReason } from '#shared/model/referral.ts';
import { type Asked, type Changed, changeReferral } from './change-referral.ts';
import type { SealedDeps } from './deps.ts';
import { placeReturned } from './places.ts';

/**
 * The sending team takes it back. The group's copy is destroyed in the same transaction; where the
 * person withdrew the agreement, so are the key and the original, and nobody can open them again.
 */
export const withdrawReferral = (
  deps: SealedDeps,
  asked: Asked,
  given: { reason: WithdrawReason; agreementWithdrawn: boolean },
): Promise<Result<Changed>> =>
  changeReferral(deps, { ...asked, among: ['sender'] }, async (judged) => {
    const decided = decide(judged.referral, given, judged.acting);
    if (!decided.ok) return decided;
    const { area, personId, organizationId } = judged.referral;
    const beside = [
      sealedDelete(copyPlace(area, personId, organizationId)),
      ...(given.agreementWithdrawn ? await erasing(deps, judged.referral) : []),
      ...(await placeReturned(deps, judged, decided.value)),
    ];
    return accept({ decided: decided.value, beside });
  });

/** The writes that leave nothing of the person: key, original, and the fingerprint while it is this referral's. */
async function erasing({ table }: SealedDeps, referral: Referral): Promise<Write[]> {
  const { area, personId, schemeId, serviceId, id } = referral;
  const place = originalPlace(area, personId, schemeId);
  const original = await findSealed(table, place);
  const destroyed = [wrappedKeyDelete(area, personId), sealedDelete(place)];
  if (original?.mac === undefined) return destroyed;
  const same = { area, scheme: schemeId, mac: original.mac, service: serviceId };
  return (await findSame(table, same)) === id ? [...destroyed, sameDelete(same, id)] : destroyed;
}
