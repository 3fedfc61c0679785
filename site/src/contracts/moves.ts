import {
  referralAnswer,
  referralAsk,
  referralHandBack,
  referralKeepWaiting,
  referralRecordNewOwner,
  referralReturn,
  referralWaitList,
} from '#shared/api/referral-care.ts';
import {
  referralAccept,
  referralComplete,
  referralDecline,
  referralNotStart,
  referralStart,
  referralWithdraw,
} from '#shared/api/referral-moves.ts';
import { contract } from '../lib/contract.ts';

export const ask = contract(referralAsk);
export const answer = contract(referralAnswer);
export const waitList = contract(referralWaitList);
export const handBack = contract(referralHandBack);
export const recordNewOwner = contract(referralRecordNewOwner);
export const returnToGroup = contract(referralReturn);
export const keepWaiting = contract(referralKeepWaiting);
export const accept = contract(referralAccept);
export const decline = contract(referralDecline);
export const start = contract(referralStart);
export const notStart = contract(referralNotStart);
export const complete = contract(referralComplete);
export const withdraw = contract(referralWithdraw);
