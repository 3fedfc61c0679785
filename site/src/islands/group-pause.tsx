import { useState } from 'preact/hooks';
import { type GroupStanding, groupResume, groupStanding } from '#shared/api/group-pause.ts';
import type { OrganizationId } from '#shared/model/ids.ts';
import { date } from '#shared/text/en/format.ts';
import { groupPause as words } from '#shared/text/en/group-pause.ts';
import { safeguardingStanding } from '#shared/text/en/safeguarding.ts';
import { questionTitles } from '#shared/text/en/safeguarding-titles.ts';
import { Button } from '#shared/ui/button.tsx';
import { CallButton } from '#shared/ui/call-button.tsx';
import { EmptyState } from '#shared/ui/empty-state.tsx';
import { Radios } from '#shared/ui/radios.tsx';
import { SummaryList } from '#shared/ui/summary-list.tsx';
import * as contracts from '../contracts/group-pause.ts';
import type { Call } from '../lib/api.ts';
import { useGovForm } from '../lib/form.ts';
import { choice } from '../lib/form-data.ts';
import { items } from '../lib/items.ts';
import { idIn } from '../lib/page-query.ts';
import { useLoad } from '../lib/use-load.ts';
import { useSubmit } from '../lib/use-submit.ts';
import type { PageProps } from './frame.tsx';
import { GovForm } from './gov-form.tsx';
import { FirstDays, NewReaders, type StandingPart as Part } from './group-newcomers.tsx';
import { Loading } from './loading.tsx';
import { Refusal } from './refusal.tsx';
import { RefusedPage } from './refused-page.tsx';
import { SavedBanner } from './saved-banner.tsx';

function Pause({ about: { group }, call, onDone }: Part) {
  const form = useGovForm({
    contract: contracts.pause,
    read: (data) => ({ reason: choice(data, 'reason') }),
    send: (endpoint, body, key) => call(endpoint, { params: { groupId: group.id }, body, key }),
    done: (reply) => reply !== undefined && onDone(reply, words.pause.done(group.name)),
  });
  return (
    <>
      <h2 class="govuk-heading-m">{words.pause.title}</h2>
      <p class="govuk-body">{words.pause.text}</p>
      <GovForm form={form} submit={words.pause.submit} look="warning">
        <Radios
          id="reason"
          legend={words.pause.reason}
          legendSize="s"
          error={form.errorFor('reason')}
          items={items(words.reasons)}
        />
      </GovForm>
    </>
  );
}

function Resume({ about: { group }, call, onDone }: Part) {
  const { send, isBusy, refused } = useSubmit<GroupStanding>();
  const resume = async () => {
    const answer = await send((key) => call(groupResume, { params: { groupId: group.id }, body: {}, key }));
    if (answer?.ok) onDone(answer.value, words.resume.done(group.name));
  };
  return (
    <>
      <h2 class="govuk-heading-m">{words.resume.title}</h2>
      <p class="govuk-body">{words.resume.text}</p>
      {refused !== undefined && <Refusal refused={refused} retry={() => void resume()} />}
      <Button type="button" onClick={() => isBusy || void resume()}>
        {words.resume.submit}
      </Button>
    </>
  );
}

const rowsOf = ({ standing, missing, readers }: GroupStanding) => [
  { key: words.until, value: standing.validUntil === null ? words.never : date(standing.validUntil) },
  {
    key: words.open,
    value:
      missing.length === 0
        ? words.none
        : missing.map((question) => <div key={question}>{questionTitles[question]}</div>),
  },
  { key: words.readers, value: String(readers) },
];

function Standing({ loaded, call }: { loaded: GroupStanding; call: Call }) {
  const [about, setAbout] = useState(loaded);
  const [said, setSaid] = useState<readonly string[]>([]);
  const onDone = (now: GroupStanding, what: string) => {
    setAbout(now);
    setSaid([...said, what]);
  };
  const { group, phone, standing } = about;
  return (
    <>
      {said.length > 0 && <SavedBanner text={said.at(-1) ?? ''} round={said.length} />}
      <h1 class="govuk-heading-l">{group.name}</h1>
      <p class="lede">{safeguardingStanding(standing)}</p>
      <SummaryList rows={rowsOf(about)} />
      {phone === null ? (
        <p class="govuk-body">{words.noPhone}</p>
      ) : (
        <CallButton phone={phone.number} note={phone.bestTimes} look="secondary">
          {words.ring}
        </CallButton>
      )}
      <NewReaders about={about} call={call} onDone={onDone} />
      {about.firstDays !== null && <FirstDays about={about} call={call} onDone={onDone} />}
      {standing.status === 'paused_by_coordinator' ? (
        <Resume about={about} call={call} onDone={onDone} />
      ) : (
        <Pause about={about} call={call} onDone={onDone} />
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={`/groups/${group.id}`}>
          {words.see}
        </a>
      </p>
    </>
  );
}

function ForGroup({ id, call }: { id: OrganizationId; call: Call }) {
  const { state, again } = useLoad(() => call(groupStanding, { params: { groupId: id } }), id);
  if (state.kind === 'waiting') return <Loading />;
  if (state.kind === 'refused') return <RefusedPage refused={state.refused} retry={() => void again()} />;
  return <Standing loaded={state.value} call={call} />;
}

/** How one group of the area stands, for its coordinator; referrals to it stop here and go on. */
export function GroupPausePage({ call }: PageProps) {
  const id = idIn<OrganizationId>(window.location.search, 'group');
  if (id !== undefined) return <ForGroup id={id} call={call} />;
  return (
    <EmptyState title={words.title} heading="h1">
      <p>{words.missing}</p>
      <p>
        <a class="govuk-link" href="/find">
          {words.search}
        </a>
      </p>
    </EmptyState>
  );
}
