import type { Referral } from '#shared/model/referral.ts';
import type { ReferralState } from '#shared/model/referral-state.ts';
import { LIVE_STATES } from './lifecycle.ts';
import type { Side } from './relation.ts';

/** Before it said yes a group has nothing to open; handing somebody back does not lose their number. */
const READER_STATES: readonly ReferralState[] = ['accepted', 'started', 'handed_back'];

/**
 * Whether a side may ask who this is: the sending team while the referral lives, the group's reader
 * from acceptance for as long as it lives.
 */
export const mayReveal = ({ state, accepted }: Referral, side: Side): boolean =>
  side === 'sender'
    ? state !== 'draft' && LIVE_STATES.includes(state)
    : accepted !== null && READER_STATES.includes(state);
