import { completeReferral as decideOutcome } from '#functions/domain/referral/complete.ts';
import { notStartReferral as decideNotStarted } from '#functions/domain/referral/not-start.ts';
import { startReferral as decideStart } from '#functions/domain/referral/start.ts';
import { accept, type Result } from '#functions/domain/result.ts';
import type { Day } from '#shared/model/dates.ts';
import type { NotStartedReason, Outcome } from '#shared/model/referral.ts';
import { type Asked, type Changed, changeReferral } from './change-referral.ts';
import type { Deps } from './deps.ts';
import { placeReturned } from './places.ts';

/** Either side records the first day the person came. */
export const startReferral = (deps: Deps, asked: Asked, given: { on: Day }): Promise<Result<Changed>> =>
  changeReferral(deps, asked, async ({ referral, acting }) => {
    const decided = decideStart(referral, given, acting);
    return decided.ok ? accept({ decided: decided.value, beside: [] }) : decided;
  });

/** Either side records that the person did not start; a place that was kept for them is free again. */
export const notStartReferral = (
  deps: Deps,
  asked: Asked,
  given: { reason: NotStartedReason },
): Promise<Result<Changed>> =>
  changeReferral(deps, asked, async (judged) => {
    const decided = decideNotStarted(judged.referral, given, judged.acting);
    if (!decided.ok) return decided;
    return accept({ decided: decided.value, beside: await placeReturned(deps, judged, decided.value) });
  });

/** Either side records what came of it. */
export const completeReferral = (
  deps: Deps,
  asked: Asked,
  given: { outcome: Outcome; words: string | null },
): Promise<Result<Changed>> =>
  changeReferral(deps, asked, async ({ referral, acting }) => {
    const decided = decideOutcome(referral, given, acting);
    return decided.ok ? accept({ decided: decided.value, beside: [] }) : decided;
  });
