import { useEffect, useState } from 'preact/hooks';
import { groupRead } from '#shared/api/group-public.ts';
import type { OrganizationId, ServiceId } from '#shared/model/ids.ts';
import { introductions as words } from '#shared/text/en/introductions.ts';
import { ActionList } from '#shared/ui/action-list.tsx';
import { Button } from '#shared/ui/button.tsx';
import { InsetText } from '#shared/ui/inset-text.tsx';
import type { Answer } from '../lib/answer.ts';
import type { Call } from '../lib/api.ts';
import { idIn } from '../lib/page-query.ts';
import type { Session } from '../lib/session.ts';
import { useLoad } from '../lib/use-load.ts';
import { Done } from './done.tsx';
import type { PageProps } from './frame.tsx';
import { Loading } from './loading.tsx';
import { TakeHomeCard } from './refer/take-home-card.tsx';
import { RefusedPage } from './refused-page.tsx';
import type { ToldOf } from './told/recording.ts';
import { Tell } from './told/telling.tsx';

type RecordedProps = { about: ToldOf | undefined; session: Session; prints: boolean };

/** What to hand over: the same card as after a referral, without a reference, for there is none. */
function Card({ about, session, prints }: RecordedProps & { about: ToldOf }) {
  useEffect(() => {
    if (prints) window.print();
  }, []);
  return (
    <>
      <h2 class="govuk-heading-m no-print">{words.card}</h2>
      <p class="govuk-body no-print">{words.cardHint}</p>
      <TakeHomeCard {...about} sender={session} />
      <Button type="button" look="secondary" onClick={() => window.print()}>
        {words.print}
      </Button>
    </>
  );
}

const Recorded = ({ about, ...rest }: RecordedProps) => (
  <>
    <Done title={words.recorded}>{words.counts}</Done>
    {about !== undefined && <Card about={about} {...rest} />}
    <ActionList
      class="no-print"
      items={[
        { text: words.again, href: '/find' },
        { text: words.caseload, href: '/caseload' },
      ]}
    />
  </>
);

/** Reads what the address names; nothing when it names nothing, or something that is not listed any more. */
async function named(call: Call): Promise<Answer<{ about: ToldOf | undefined; isGone: boolean }>> {
  const groupId = idIn<OrganizationId>(window.location.search, 'group');
  const serviceId = idIn<ServiceId>(window.location.search, 'service');
  if (groupId === undefined || serviceId === undefined)
    return { ok: true, value: { about: undefined, isGone: false } };
  const answer = await call(groupRead, { params: { groupId } });
  if (!answer.ok && answer.refused.code !== 'not_found') return answer;
  const group = answer.ok ? answer.value : undefined;
  const service = group?.services.find(({ id }) => id === serviceId);
  const about = group && service && { group, service };
  return { ok: true, value: { about, isGone: about === undefined } };
}

/** Records that somebody was told of a group or taken there, with nothing of them, and prints the card. */
export function Told({ session, call }: PageProps) {
  const { state, again } = useLoad(() => named(call), 'told');
  const [recorded, setRecorded] = useState<{ prints: boolean } | undefined>(undefined);
  if (state.kind === 'waiting') return <Loading />;
  if (state.kind === 'refused') return <RefusedPage refused={state.refused} retry={() => void again()} />;
  const { about, isGone } = state.value;
  if (recorded !== undefined) return <Recorded about={about} session={session} {...recorded} />;
  return (
    <>
      <h1 class="govuk-heading-l">{about === undefined ? words.title : words.titleOf(about.service.name)}</h1>
      {about !== undefined && <p class="govuk-body">{about.group.name}</p>}
      {isGone && <InsetText>{words.gone}</InsetText>}
      <p class="govuk-body">{words.lead}</p>
      <Tell call={call} about={about} now={session.now} onRecorded={(prints) => setRecorded({ prints })} />
    </>
  );
}
