import { putAside as decide } from '#functions/domain/referral/resend.ts';
import { accept, type Result } from '#functions/domain/result.ts';
import { type Asked, type Changed, changeReferral } from './change-referral.ts';
import type { Deps } from './deps.ts';

/** The sending team stops looking for another group. */
export const putAsideReferral = (deps: Deps, asked: Asked): Promise<Result<Changed>> =>
  changeReferral(deps, { ...asked, among: ['sender'] }, async ({ referral, acting }) => {
    const decided = decide(referral, acting);
    return decided.ok ? accept({ decided: decided.value, beside: [] }) : decided;
  });
