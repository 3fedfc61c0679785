import { useState } from 'preact/hooks';
import { groupsToCheck } from '#shared/api/group-checks.ts';
import { ago } from '#shared/text/en/format.ts';
import { groupChecks as words } from '#shared/text/en/group-checks.ts';
import { Card } from '#shared/ui/card.tsx';
import { Details } from '#shared/ui/details.tsx';
import { Radios } from '#shared/ui/radios.tsx';
import { SummaryList } from '#shared/ui/summary-list.tsx';
import { Textarea } from '#shared/ui/textarea.tsx';
import type { Call, Reply } from '../lib/api.ts';
import { useGovForm } from '../lib/form.ts';
import { choice, text } from '../lib/form-data.ts';
import { items } from '../lib/items.ts';
import { useLoad } from '../lib/use-load.ts';
import { GovForm } from './gov-form.tsx';
import { Loading } from './loading.tsx';
import { Refusal } from './refusal.tsx';
import { SavedBanner } from './saved-banner.tsx';

type Row = Reply<typeof groupsToCheck>['rows'][number];
type FormProps = { row: Row; call: Call; onDone: (said: string) => void };

function CheckForm({ row, call, onDone }: FormProps) {
  const form = useGovForm({
    contract: async () => (await import('../contracts/group-checks.ts')).check,
    read: (data) => ({ how: choice(data, 'how'), note: text(data, 'note') }),
    send: (endpoint, body, key) => call(endpoint, { params: { groupId: row.id }, body, key }),
    done: () => onDone(words.done(row.name)),
  });
  return (
    <GovForm form={form} submit={words.submit}>
      <Radios
        id={`how-${row.id}`}
        name="how"
        legend={words.what}
        legendSize="s"
        small
        error={form.errorFor('how')}
        items={items(words.hows)}
      />
      <Textarea id={`note-${row.id}`} name="note" label={words.note} rows={2} error={form.errorFor('note')} />
    </GovForm>
  );
}

function ReturnForm({ row, call, onDone }: FormProps) {
  const form = useGovForm({
    contract: async () => (await import('../contracts/group-checks.ts')).goesBack,
    read: (data) => ({ reason: choice(data, 'reason'), note: '' }),
    send: (endpoint, body, key) => call(endpoint, { params: { groupId: row.id }, body, key }),
    done: () => onDone(words.returned(row.name)),
  });
  return (
    <GovForm form={form} submit={words.returnIt} look="warning">
      <Radios
        id={`reason-${row.id}`}
        name="reason"
        legend={words.reason}
        legendSize="s"
        small
        error={form.errorFor('reason')}
        items={items(words.reasons)}
      />
    </GovForm>
  );
}

const Waiting = (props: FormProps & { now: string }) => {
  const { row, now } = props;
  return (
    <Card title={row.name}>
      <p class="govuk-body">{row.happens}</p>
      {row.twin !== null && (
        <p class="govuk-body">
          <strong>{words.twin}</strong>{' '}
          <a class="govuk-link" href={`/groups/${row.twin}`}>
            {words.see}
          </a>
        </p>
      )}
      <SummaryList
        rows={[
          { key: words.when, value: `${row.when} (${row.outcode})` },
          { key: words.lead_, value: row.leadName },
          { key: words.mail, value: row.email },
        ]}
      />
      <p class="govuk-body">{words.waits(ago(row.waitsSince, now))}</p>
      <CheckForm {...props} />
      <Details summary={words.back}>
        <ReturnForm {...props} />
      </Details>
    </Card>
  );
};

/** Groups that wait for the coordinator's check, before everything else; nothing when none waits. */
export function GroupChecks({ call }: { call: Call }) {
  const { state, again } = useLoad(() => call(groupsToCheck, {}), 'group-checks');
  const [done, setDone] = useState<readonly { id: string; said: string }[]>([]);
  if (state.kind === 'waiting') return <Loading />;
  if (state.kind === 'refused') return <Refusal refused={state.refused} retry={() => void again()} />;
  const open = state.value.rows.filter(({ id }) => !done.some((one) => one.id === id));
  const last = done.at(-1);
  return (
    <>
      {last !== undefined && <SavedBanner text={last.said} round={done.length} />}
      {open.length > 0 && (
        <>
          <h2 class="govuk-heading-m">{words.title}</h2>
          <p class="govuk-body">{words.lead}</p>
          <p class="govuk-inset-text">{words.rule}</p>
        </>
      )}
      {open.map((row) => (
        <Waiting
          key={row.id}
          row={row}
          now={state.value.now}
          call={call}
          onDone={(said) => setDone([...done, { id: row.id, said }])}
        />
      ))}
    </>
  );
}
