import { useState } from 'preact/hooks';
import type { ReferralView } from '#shared/api/referrals.ts';
import { elsewhere as words } from '#shared/text/en/elsewhere.ts';
import { referralPage as page } from '#shared/text/en/referral-page.ts';
import { Button } from '#shared/ui/button.tsx';
import { CallButton } from '#shared/ui/call-button.tsx';
import type { Call } from '../../lib/api.ts';
import { NumberList } from './danger-numbers.tsx';
import { Elsewhere } from './elsewhere.tsx';

const Other = ({ id, text }: { id: string; text: string }) => (
  <p class="govuk-body">
    <a class="govuk-link" href={`/referrals/${id}`}>
      {text}
    </a>
  </p>
);

type SenderProps = { view: ReferralView; call: Call; again: () => Promise<void> };

/** Where else to turn: at once after a no, and at a press while the group may still answer. */
function Looking(props: SenderProps) {
  const [isOpen, setOpen] = useState(false);
  const { seeksElsewhere, mayTryElsewhere } = props.view;
  if (seeksElsewhere || (mayTryElsewhere && isOpen)) return <Elsewhere {...props} />;
  return mayTryElsewhere ? (
    <Button type="button" look="secondary" onClick={() => setOpen(true)}>
      {words.tryNow}
    </Button>
  ) : null;
}

/** Handed back: what to do today, the group's number first, and whom to ring where the person lives. */
const HandedBack = ({ view }: Pick<SenderProps, 'view'>) => (
  <section class="stop-panel no-print" aria-labelledby="today-title">
    <h2 class="govuk-heading-s" id="today-title">
      {page.today.title}
    </h2>
    <p class="govuk-body">{page.today.text}</p>
    <NumberList numbers={view.numbers} />
  </section>
);

const Ring = ({ view: { groupPhone, organizationName } }: Pick<SenderProps, 'view'>) =>
  groupPhone === null ? null : (
    <CallButton phone={groupPhone.number} note={groupPhone.bestTimes} look="secondary" class="no-print">
      {page.ringGroup(organizationName)}
    </CallButton>
  );

/** What only the sending team has: whom to ring, where else to turn after a no, the referrals before and after. */
export const ForSender = ({ view, call, again }: SenderProps) => (
  <>
    {view.state === 'handed_back' && <HandedBack view={view} />}
    <Ring view={view} />
    <Looking view={view} call={call} again={again} />
    {view.resentAs !== null && <Other id={view.resentAs} text={words.resent} />}
    {view.previousReferralId !== null && <Other id={view.previousReferralId} text={words.before} />}
  </>
);
