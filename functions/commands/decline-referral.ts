import { type Declining, declineReferral as decide } from '#functions/domain/referral/decline.ts';
import { accept, type Result } from '#functions/domain/result.ts';
import { type Asked, type Changed, changeReferral } from './change-referral.ts';
import type { Deps } from './deps.ts';
import { placeReturned, saidFull } from './places.ts';

/** A reader says no; “no room” says so on the listing in the same transaction. */
export const declineReferral = (deps: Deps, asked: Asked, given: Declining): Promise<Result<Changed>> =>
  changeReferral(deps, asked, async (judged) => {
    const decided = decide(judged.referral, given, judged.acting);
    if (!decided.ok) return decided;
    const beside =
      given.reason === 'no_capacity'
        ? await saidFull(deps, judged)
        : await placeReturned(deps, judged, decided.value);
    return accept({ decided: decided.value, beside });
  });
