import {
  referralAccept,
  referralComplete,
  referralDecline,
  referralNotStart,
  referralStart,
  referralWithdraw,
} from '#shared/api/referral-moves.ts';
import { contract } from '../lib/contract.ts';

export const accept = contract(referralAccept);
export const decline = contract(referralDecline);
export const start = contract(referralStart);
export const notStart = contract(referralNotStart);
export const complete = contract(referralComplete);
export const withdraw = contract(referralWithdraw);
