import { useLayoutEffect, useRef } from 'preact/hooks';
import { groupRead, type PublicService } from '#shared/api/groups.ts';
import { referralRead } from '#shared/api/referrals.ts';
import type { OrganizationId, ReferralId, ServiceId } from '#shared/model/ids.ts';
import { spelled } from '#shared/text/en/format.ts';
import { referSending as words } from '#shared/text/en/refer-sending.ts';
import { ActionList } from '#shared/ui/action-list.tsx';
import { Button } from '#shared/ui/button.tsx';
import { Panel } from '#shared/ui/panel.tsx';
import type { Call } from '../../lib/api.ts';
import { whenOf } from '../../lib/schedule.ts';
import { useLoad } from '../../lib/use-load.ts';
import { PersonText } from './person-text.tsx';
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
  const text = words.sent.message({
    group: sent.group,
    activity: service.name,
    when: whenOf(service.schedules),
    place: placeOf(service),
    reference: sent.reference,
  });
  return (
    <>
      <PersonText text={text} isTextless={sent.isTextless} />
      <h2 class="govuk-heading-m no-print">{words.sent.card}</h2>
      <p class="govuk-body no-print">{words.sent.cardHint}</p>
      <TakeHomeCard
        group={group.state.value}
        service={service}
        sender={{ name: senderName, phone: senderPhone }}
        reference={sent.reference}
      />
      <Button type="button" look="secondary" onClick={() => window.print()}>
        {words.sent.print}
      </Button>
    </>
  );
}

/** Says that it is sent, with the reference large and spelled out, and what comes next. */
export function Sent({ call, sent }: SentProps) {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    place.current?.focus();
    window.scrollTo(0, 0);
  }, []);
  return (
    <>
      <div ref={place} tabIndex={-1} class="no-print">
        <Panel title={words.sent.title}>
          {words.sent.reference}
          <br />
          <strong aria-hidden="true" class="reference">
            {sent.reference}
          </strong>
          <span class="govuk-visually-hidden">{spelled(sent.reference)}</span>
        </Panel>
      </div>
      <section class="no-print" aria-labelledby="next-title">
        <p class="govuk-body">{words.sent.told(sent.group)}</p>
        <h2 class="govuk-heading-m" id="next-title">
          {words.sent.next}
        </h2>
        <ol class="govuk-list govuk-list--number">
          {words.sent.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </section>
      <Takeaway call={call} sent={sent} />
      <ActionList
        class="no-print"
        items={[
          { text: words.sent.open, href: `/referrals/${sent.id}` },
          { text: words.sent.done, href: '/caseload' },
          { text: words.sent.another, href: '/find' },
        ]}
      />
    </>
  );
}
