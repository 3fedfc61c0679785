import { acceptReferral as decide } from '#functions/domain/referral/accept.ts';
import { standingNow } from '#functions/domain/referral/decided.ts';
import { accept, type Result, refuse } from '#functions/domain/result.ts';
import { mayAccept } from '#functions/domain/safeguarding/receive.ts';
import { findCapacity, standingCheck } from '#functions/store/capacity.ts';
import { copyPlace, originalPlace } from '#functions/store/person.ts';
import type { Day } from '#shared/model/dates.ts';
import { type Asked, type Changed, changeReferral, type Judged } from './change-referral.ts';
import type { SealedDeps } from './deps.ts';
import { sealedFor, withOpened } from './sealing.ts';

/**
 * A reader says yes. The group's sealed copy of the contact details is made by this very transaction,
 * and only while its safeguarding is current: the same transaction checks that nothing of it changed.
 */
export const acceptReferral = (
  deps: SealedDeps,
  asked: Asked,
  given: { contactBy: Day },
): Promise<Result<Changed>> =>
  changeReferral(deps, { ...asked, among: ['reader'] }, async (judged) => {
    const { referral, acting, read } = judged;
    const decided = decide(referral, given, acting);
    if (!decided.ok) return decided;
    const found = await findCapacity(deps.table, { area: referral.area, id: referral.serviceId }, read);
    if (found === undefined) return refuse('safeguarding_lapsed');
    const may = mayAccept(found.value.standing, acting.at);
    if (!may.ok) return may;
    const copy = await copyFor(deps, judged);
    if (copy === undefined) return refuse({ code: 'not_possible_now', current: standingNow(referral) });
    return accept({ decided: decided.value, beside: [copy, standingCheck(referral.area, found.value)] });
  });

/** Opens the sender's original and seals it again for the group. Undefined when the person was erased. */
function copyFor(deps: SealedDeps, { referral, read }: Judged) {
  const { area, personId, schemeId, organizationId } = referral;
  const place = copyPlace(area, personId, organizationId);
  return withOpened(deps, { referral, place: originalPlace(area, personId, schemeId), read }, (person, key) =>
    sealedFor(deps, person, { place, key }),
  );
}
