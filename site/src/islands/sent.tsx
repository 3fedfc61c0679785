import { useLayoutEffect, useRef } from 'preact/hooks';
import { groupRead, type PublicService } from '#shared/api/group-public.ts';
import { type ReferralView, referralRead } from '#shared/api/referrals.ts';
import type { ReferralId } from '#shared/model/ids.ts';
import { spelled } from '#shared/text/en/spelled.ts';
import { personText } from '#shared/text/en/take-home.ts';
import type { Call } from '../lib/api.ts';
import { idIn } from '../lib/page-query.ts';
import { whenOf } from '../lib/schedule.ts';
import { useLoad } from '../lib/use-load.ts';
import type { PageProps } from './frame.tsx';
import { Loading } from './loading.tsx';
import { placeOf, TakeHomeCard } from './refer/take-home-card.tsx';
import { Refusal } from './refusal.tsx';
import { RefusedPage } from './refused-page.tsx';
import { NothingSent, PrintedCard, SentPage } from './sent/parts.drawn.tsx';
import { CopiedText } from './sent/person-text.tsx';

type SentProps = { call: Call; view: ReferralView };

/** What to give the person: a text to copy and a card to print, from what the group's public page says. */
function Takeaway({ call, view }: SentProps) {
  const { organizationId, organizationName, serviceId, reference, senderName, senderPhone } = view;
  const { state, again } = useLoad(
    () => call(groupRead, { params: { groupId: organizationId } }),
    organizationId,
  );
  if (state.kind === 'waiting') return <Loading />;
  if (state.kind === 'refused') return <Refusal refused={state.refused} retry={() => void again()} />;
  const service = state.value.services.find((one: PublicService) => one.id === serviceId);
  if (service === undefined) return null;
  const text = personText({
    group: organizationName,
    activity: service.name,
    when: whenOf(service.schedules),
    place: placeOf(service),
    reference,
  });
  return (
    <>
      <CopiedText text={text} referralId={view.id} />
      <PrintedCard
        card={
          <TakeHomeCard
            group={state.value}
            service={service}
            sender={{ name: senderName, phone: senderPhone }}
            reference={reference}
          />
        }
      />
    </>
  );
}

const onClick = ({ target }: MouseEvent) => {
  if (target instanceof HTMLButtonElement && target.name === 'print') window.print();
};

function Told({ call, view }: SentProps) {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    place.current?.querySelector<HTMLElement>('[tabindex]')?.focus();
  }, []);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: the button inside is what is pressed
    <div ref={place} onClick={onClick}>
      <SentPage
        reference={view.reference}
        spelled={spelled(view.reference)}
        group={view.organizationName}
        takeaway={<Takeaway call={call} view={view} />}
        href={`/referrals/${view.id}`}
      />
    </div>
  );
}

function ForReferral({ call, id }: Pick<PageProps, 'call'> & { id: ReferralId }) {
  const { state, again } = useLoad(() => call(referralRead, { params: { referralId: id } }), id);
  if (state.kind === 'waiting') return <Loading />;
  if (state.kind === 'refused') return <RefusedPage refused={state.refused} retry={() => void again()} />;
  return <Told call={call} view={state.value} />;
}

/** Says that a referral is sent, and what comes next; it can be opened again to copy or print. */
export function Sent({ call }: PageProps) {
  const id = idIn<ReferralId>(window.location.search, 'referral');
  return id === undefined ? <NothingSent /> : <ForReferral call={call} id={id} />;
}
