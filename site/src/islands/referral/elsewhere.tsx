import { useState } from 'preact/hooks';
import { referralPutAside } from '#shared/api/referral-resend.ts';
import type { ReferralView } from '#shared/api/referrals.ts';
import { type SearchReply, type SearchResult, search } from '#shared/api/search.ts';
import { elsewhere as words } from '#shared/text/en/elsewhere.ts';
import { milesAway } from '#shared/text/en/search.ts';
import { Button } from '#shared/ui/button.tsx';
import { Card } from '#shared/ui/card.tsx';
import { RoomTag } from '#shared/ui/room-tag.tsx';
import type { Call } from '../../lib/api.ts';
import { useLoad } from '../../lib/use-load.ts';
import { useSubmit } from '../../lib/use-submit.ts';
import { WithoutReferral } from '../lists/without-referral.tsx';
import { Loading } from '../loading.tsx';
import { Refusal } from '../refusal.tsx';
import { Resend } from './resend.tsx';

type ElsewhereProps = { view: ReferralView; call: Call; again: () => Promise<void> };

const MOST = 5;

/** Who else could take the person, in the order of the search: not the group that said no, nor who is full. */
export const alternatives = (results: readonly SearchResult[], without: string): SearchResult[] =>
  results
    .filter(({ referable, organizationId }) => referable && organizationId !== without)
    .filter(({ room }) => room.state !== 'full' && room.state !== 'paused')
    .slice(0, MOST);

type Choice = { result: SearchResult; now: string; onChoose: () => void };

const Alternative = ({ result, now, onChoose }: Choice) => (
  <Card
    heading="h3"
    title={result.serviceName}
    href={`/groups/${result.organizationId}#s-${result.serviceId}`}
    above={result.organizationName}
  >
    <RoomTag room={result.room} now={now} />
    <p class="govuk-body">
      {result.wardName}
      {result.miles !== null && `, ${milesAway(result.miles)}`}
    </p>
    <Button type="button" look="secondary" onClick={onChoose}>
      {words.choose}
      <span class="govuk-visually-hidden">{words.chooseFor(result.organizationName)}</span>
    </Button>
  </Card>
);

type ListProps = { found: SearchReply; view: ReferralView; onChoose: (result: SearchResult) => void };

const List = ({ found, view, onChoose }: ListProps) => {
  const shown = alternatives(found.results, view.organizationId);
  const query = new URLSearchParams(view.needs.map((need) => ['need', need]));
  return (
    <>
      <p class="govuk-body">{shown.length === 0 ? words.none : words.lead}</p>
      {shown.map((result) => (
        <Alternative
          key={result.serviceId}
          result={result}
          now={found.now}
          onChoose={() => onChoose(result)}
        />
      ))}
      <p class="govuk-body">
        <a class="govuk-link" href={`/find?${query}`}>
          {words.search}
        </a>
      </p>
      <WithoutReferral of={view} />
    </>
  );
};

function PutAside({ view, call, again }: ElsewhereProps) {
  const { send, isBusy, refused } = useSubmit<unknown>();
  async function put(): Promise<void> {
    const answer = await send((key) => call(referralPutAside, { params: { referralId: view.id }, key }));
    if (answer?.ok === true) await again();
  }
  return (
    <>
      {refused !== undefined && <Refusal refused={refused} />}
      <Button
        type="button"
        look="secondary"
        attributes={isBusy ? { 'aria-disabled': 'true' } : {}}
        onClick={() => void put()}
      >
        {words.aside}
      </Button>
      <p class="govuk-hint">{words.asideHint}</p>
    </>
  );
}

/** After a no, or no answer: groups for the same needs near the same ward, and one form to send there. */
export function Elsewhere({ view, call, again }: ElsewhereProps) {
  const [chosen, setChosen] = useState<SearchResult | undefined>(undefined);
  const { ward, needs, accessNeeds } = view;
  const stepFree = accessNeeds.includes('step_free') ? { step_free: '1' as const } : {};
  const { state, again: retry } = useLoad(
    () => call(search, { query: { ward, need: needs, day: undefined, ...stepFree } }),
    view.id,
  );
  if (chosen !== undefined) {
    return <Resend view={view} to={chosen} call={call} onBack={() => setChosen(undefined)} />;
  }
  return (
    <section class="no-print" aria-labelledby="elsewhere-title">
      <h2 class="govuk-heading-m" id="elsewhere-title">
        {words.title}
      </h2>
      {state.kind === 'waiting' && <Loading />}
      {state.kind === 'refused' && <Refusal refused={state.refused} retry={() => void retry()} />}
      {state.kind === 'ready' && <List found={state.value} view={view} onChoose={setChosen} />}
      {view.seeksElsewhere && <PutAside view={view} call={call} again={again} />}
    </section>
  );
}
