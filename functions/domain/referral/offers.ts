import type { Referral } from '#shared/model/referral.ts';
import type { ReferralState } from '#shared/model/referral-state.ts';
import { accept, type Result, refuse } from '../result.ts';

/** How many referrals of one team may wait for one group's first answer (security.md, limits: ten open offers). */
export const MOST_OFFERS = 10;

/** The group has not answered: a waiting list is an answer, a question is none. */
const UNANSWERED: readonly ReferralState[] = ['sent', 'info_needed'];

const isOffer = ({ state }: Pick<Referral, 'state'>): boolean => UNANSWERED.includes(state);

/** Whether a team may send a group one more, where `open` of its referrals wait there. Refuses `offers_waiting`. */
export const mayOffer = (open: number): Result<true> =>
  open < MOST_OFFERS ? accept(true) : refuse('offers_waiting');

/** Whether a change answers or ends what was waiting for the group, so that it counts no longer. */
export const endsOffer = (before: Pick<Referral, 'state'>, after: Pick<Referral, 'state'>): boolean =>
  isOffer(before) && !isOffer(after);
