import { withdrawReferral as decide } from '#functions/domain/referral/withdraw.ts';
import { accept, type Result } from '#functions/domain/result.ts';
import { copyPlace, sealedDelete } from '#functions/store/person.ts';
import type { WithdrawReason } from '#shared/model/referral.ts';
import { type Asked, type Changed, changeReferral } from './change-referral.ts';
import type { SealedDeps } from './deps.ts';
import { placeReturned } from './places.ts';
import { shreddingWrites } from './shred-person.ts';

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
      ...(given.agreementWithdrawn ? await shreddingWrites(deps.table, judged.referral) : []),
      ...(await placeReturned(deps, judged, decided.value)),
    ];
    return accept({ decided: decided.value, beside });
  });
