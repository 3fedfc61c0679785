import { useLayoutEffect, useRef } from 'preact/hooks';
import { groupRead, type PublicService } from '#shared/api/group-public.ts';
import { referralRead } from '#shared/api/referrals.ts';
import type { OrganizationId, ReferralId, ServiceId } from '#shared/model/ids.ts';
import { spelled } from '#shared/text/en/format.ts';
import { personText } from '#shared/text/en/take-home.ts';
import type { Call } from '../../lib/api.ts';
import { whenOf } from '../../lib/schedule.ts';
import { useLoad } from '../../lib/use-load.ts';
import { CopiedText } from './person-text.tsx';
import { PrintedCard, SentPage } from './sent.drawn.tsx';
import { placeOf, TakeHomeCard } from './take-home-card.tsx';

/** What is kept after sending: nothing of the person but that they asked for no texts. */
export type SentAbout = {
  id: ReferralId;
  reference: string;
  organizationId: OrganizationId;
  serviceId: ServiceId;
  group: string;
  isTextless: boolean;
};
type SentProps = { call: Call; sent: SentAbout };

/** What to give the person: a text to copy and a card to print, from what the group's public page says. */
function Takeaway({ call, sent }: SentProps) {
  const group = useLoad(
    () => call(groupRead, { params: { groupId: sent.organizationId } }),
    sent.organizationId,
  );
  const referral = useLoad(() => call(referralRead, { params: { referralId: sent.id } }), sent.id);
  if (group.state.kind !== 'ready' || referral.state.kind !== 'ready') return null;
  const service = group.state.value.services.find((one: PublicService) => one.id === sent.serviceId);
  if (service === undefined) return null;
  const { senderName, senderPhone } = referral.state.value;
  const text = personText({
    group: sent.group,
    activity: service.name,
    when: whenOf(service.schedules),
    place: placeOf(service),
    reference: sent.reference,
  });
  return (
    <>
      <CopiedText text={text} isTextless={sent.isTextless} />
      <PrintedCard
        card={
          <TakeHomeCard
            group={group.state.value}
            service={service}
            sender={{ name: senderName, phone: senderPhone }}
            reference={sent.reference}
          />
        }
      />
    </>
  );
}

const onClick = ({ target }: MouseEvent) => {
  if (target instanceof HTMLButtonElement && target.name === 'print') window.print();
};

/** Says that it is sent, and what comes next. */
export function Sent({ call, sent }: SentProps) {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    place.current?.querySelector<HTMLElement>('[tabindex]')?.focus();
    window.scrollTo(0, 0);
  }, []);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: the button inside is what is pressed
    <div ref={place} onClick={onClick}>
      <SentPage
        reference={sent.reference}
        spelled={spelled(sent.reference)}
        group={sent.group}
        takeaway={<Takeaway call={call} sent={sent} />}
        href={`/referrals/${sent.id}`}
      />
    </div>
  );
}
