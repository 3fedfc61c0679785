import { useState } from 'preact/hooks';
import { referralPutAside } from '#shared/api/referral-resend.ts';
import { type ReferralView, referralRead } from '#shared/api/referrals.ts';
import { type SearchReply, type SearchResult, search } from '#shared/api/search.ts';
import type { ReferralId } from '#shared/model/ids.ts';
import { needs as needWords } from '#shared/text/en/needs.ts';
import { milesAway } from '#shared/text/en/search.ts';
import type { Call } from '../lib/api.ts';
import { idIn } from '../lib/page-query.ts';
import { useLoad } from '../lib/use-load.ts';
import { useSubmit } from '../lib/use-submit.ts';
import {
  type Alternative,
  AlternativeList,
  ElsewherePage,
  NothingToPlace,
  Settled,
} from './elsewhere/parts.drawn.tsx';
import { Resend } from './elsewhere/resend.tsx';
import type { PageProps } from './frame.tsx';
import { WithoutReferral } from './lists/without-referral.tsx';
import { Loading } from './loading.tsx';
import { Refusal } from './refusal.tsx';
import { RefusedPage } from './refused-page.tsx';
import { RoomNow } from './room-now.tsx';

const MOST = 5;

/** Who else could take the person, in the order of the search: not the group that said no, nor who is full. */
export const alternatives = (results: readonly SearchResult[], without: string): SearchResult[] =>
  results
    .filter(({ referable, organizationId }) => referable && organizationId !== without)
    .filter(({ room }) => room.state !== 'full' && room.state !== 'paused')
    .slice(0, MOST);

const shownAs = (result: SearchResult, now: string): Alternative => ({
  service: result.serviceName,
  serviceId: result.serviceId,
  href: `/groups/${result.organizationId}#s-${result.serviceId}`,
  group: result.organizationName,
  where: [result.wardName, result.miles !== null && milesAway(result.miles)].filter(Boolean).join(', '),
  room: <RoomNow room={result.room} now={now} />,
});

const List = ({ found, view }: { found: SearchReply; view: ReferralView }) => {
  const groups = alternatives(found.results, view.organizationId).map((one) => shownAs(one, found.now));
  return (
    <AlternativeList
      options={{ groups }}
      isFound={groups.length > 0}
      isNone={groups.length === 0}
      search={`/find?${new URLSearchParams(view.needs.map((need) => ['need', need]))}`}
      without={<WithoutReferral of={view} />}
    />
  );
};

type SeekingProps = { view: ReferralView; call: Call };

/** Looks, in the order of every search, for what the person needs near where they live. */
function Alternatives({ view, call, onChoose }: SeekingProps & { onChoose: (to: SearchResult) => void }) {
  const { ward, needs, accessNeeds } = view;
  const stepFree = accessNeeds.includes('step_free') ? { step_free: '1' as const } : {};
  const { state, again } = useLoad(
    () => call(search, { query: { ward, need: needs, day: undefined, ...stepFree } }),
    view.id,
  );
  if (state.kind === 'waiting') return <Loading />;
  if (state.kind === 'refused') return <Refusal refused={state.refused} retry={() => void again()} />;
  const onClick = ({ target }: Event) => {
    const id = target instanceof Element && target.closest('button')?.value;
    const chosen = state.value.results.find(({ serviceId }) => serviceId === id);
    if (chosen !== undefined) onChoose(chosen);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: the buttons inside are what is pressed
    <div onClick={onClick}>
      <List found={state.value} view={view} />
    </div>
  );
}

/** Groups for the same needs near the same ward, and one form to send there. */
function Seeking({ view, call }: SeekingProps) {
  const [chosen, setChosen] = useState<SearchResult | undefined>(undefined);
  const { send, isBusy, refused } = useSubmit<unknown>();
  const href = `/referrals/${view.id}`;
  async function putAside(): Promise<void> {
    const answer = await send((key) => call(referralPutAside, { params: { referralId: view.id }, key }));
    if (answer?.ok === true) window.location.assign(href);
  }
  if (chosen !== undefined) {
    return <Resend view={view} to={chosen} call={call} onBack={() => setChosen(undefined)} />;
  }
  const onClick = ({ target }: Event) => {
    if (target instanceof HTMLButtonElement && target.name === 'aside') void putAside();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: the button inside is what is pressed
    <div onClick={onClick}>
      <ElsewherePage
        href={href}
        reference={view.reference}
        needs={view.needs.map((need) => needWords[need]).join(', ')}
        ward={view.wardName}
        list={<Alternatives view={view} call={call} onChoose={setChosen} />}
        refusal={refused && <Refusal refused={refused} />}
        isBusy={isBusy ? 'true' : undefined}
        mayPutAside={view.seeksElsewhere}
      />
    </div>
  );
}

/** After a no, or no answer: another group for the same person. The id of the referral is all the address says. */
export function Elsewhere({ call }: PageProps) {
  const id = idIn<ReferralId>(window.location.search, 'referral');
  return id === undefined ? <NothingToPlace /> : <ForReferral call={call} id={id} />;
}

function ForReferral({ call, id }: Pick<PageProps, 'call'> & { id: ReferralId }) {
  const { state, again } = useLoad(() => call(referralRead, { params: { referralId: id } }), id);
  if (state.kind === 'waiting') return <Loading />;
  if (state.kind === 'refused') return <RefusedPage refused={state.refused} retry={() => void again()} />;
  const { seeksElsewhere, mayTryElsewhere } = state.value;
  return seeksElsewhere || mayTryElsewhere ? (
    <Seeking view={state.value} call={call} />
  ) : (
    <Settled href={`/referrals/${id}`} />
  );
}
