import type { Acting, Decided } from '#functions/domain/referral/decided.ts';
import {
  type HandingBack,
  handBack,
  type NewOwner,
  recordNewOwner,
  returnToGroup,
} from '#functions/domain/referral/hand-back.ts';
import { answerQuestion, askQuestion } from '#functions/domain/referral/questions.ts';
import { keepWaiting, waitListReferral } from '#functions/domain/referral/wait-list.ts';
import { accept, type Result } from '#functions/domain/result.ts';
import type { Referral } from '#shared/model/referral.ts';
import { type Asked, type Changed, changeReferral } from './change-referral.ts';
import type { Deps } from './deps.ts';
import { placeReturned } from './places.ts';

type Rule<Given> = (referral: Referral, given: Given, acting: Acting) => Result<Decided>;

/** A move by one rule; a place that it frees is given back in the same transaction. */
const byRule =
  <Given>(rule: Rule<Given>, among?: Asked['among']) =>
  (deps: Deps, asked: Asked, given: Given): Promise<Result<Changed>> =>
    changeReferral(deps, { ...asked, ...(among && { among }) }, async (judged) => {
      const decided = rule(judged.referral, given, judged.acting);
      if (!decided.ok) return decided;
      return accept({ decided: decided.value, beside: await placeReturned(deps, judged, decided.value) });
    });

/** A reader asks the link worker something. */
export const askAbout = byRule<{ text: string }>(askQuestion, ['reader']);
/** The sending team answers. */
export const answerAbout = byRule<{ text: string }>(answerQuestion, ['sender']);
/** A reader keeps it for later. */
export const waitList = byRule<{ month: string }>(waitListReferral, ['reader']);
/** The sending team says that the person still waits. */
export const stillWaits = byRule<unknown>(keepWaiting, ['sender']);
/** Either side says that it is more than the group can safely support. */
export const handBackReferral = byRule<HandingBack>(handBack);
/** The sending team records who has taken over. */
export const recordOwner = byRule<NewOwner>(recordNewOwner, ['sender']);
/** Either side says that it is in scope after all. */
export const returnReferral = byRule<{ note: string }>(returnToGroup);
