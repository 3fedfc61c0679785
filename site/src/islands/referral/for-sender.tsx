import type { ReferralView } from '#shared/api/referrals.ts';
import { numbersOf } from './numbers.ts';
import { SenderPart } from './sender.drawn.tsx';

/** What only the sending team has. Where else to turn: asked for after a no, on offer while the group may still answer. */
export const ForSender = ({ view }: { view: ReferralView }) => (
  <SenderPart
    {...numbersOf(view.numbers)}
    group={view.organizationName}
    phone={view.groupPhone?.number ?? ''}
    bestTimes={view.groupPhone?.bestTimes ?? ''}
    elsewhere={`/elsewhere?referral=${view.id}`}
    isBack={view.state === 'handed_back'}
    isSeeking={view.seeksElsewhere}
    mayTry={view.mayTryElsewhere}
    resent={view.resentAs && `/referrals/${view.resentAs}`}
    previous={view.previousReferralId && `/referrals/${view.previousReferralId}`}
  />
);
