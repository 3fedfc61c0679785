import { useState } from 'preact/hooks';
import { suggestionList } from '#shared/api/suggestions.ts';
import { ago } from '#shared/text/en/format.ts';
import { suggestionTopics } from '#shared/text/en/listing.ts';
import { queue as words } from '#shared/text/en/queue.ts';
import { Button } from '#shared/ui/button.tsx';
import { CallButton } from '#shared/ui/call-button.tsx';
import { Card } from '#shared/ui/card.tsx';
import { EmptyState } from '#shared/ui/empty-state.tsx';
import { Radios } from '#shared/ui/radios.tsx';
import type { Call, Reply } from '../lib/api.ts';
import { useGovForm } from '../lib/form.ts';
import { choice } from '../lib/form-data.ts';
import { items } from '../lib/items.ts';
import { useLoad } from '../lib/use-load.ts';
import type { PageProps } from './frame.tsx';
import { GovForm } from './gov-form.tsx';
import { GroupChecks } from './group-checks.tsx';
import { Loading } from './loading.tsx';
import { Refusal } from './refusal.tsx';
import { SavedBanner } from './saved-banner.tsx';

type Page = Reply<typeof suggestionList>;
type Row = Page['rows'][number];
type CardProps = { row: Row; now: string; call: Call; onDone: (row: Row) => void };

/** One report: what was said, the group's number as a button, and what was done about it. */
function Report({ row, now, call, onDone }: CardProps) {
  const form = useGovForm({
    contract: async () => (await import('../contracts/suggestions.ts')).resolution,
    read: (data) => ({ how: choice(data, 'how') }),
    send: (endpoint, body, key) => call(endpoint, { params: { suggestionId: row.id }, body, key }),
    done: () => onDone(row),
  });
  return (
    <Card title={row.organizationName} href={`/groups/${row.organizationId}`}>
      <p class="govuk-body">
        {suggestionTopics[row.topic]}. {words.reported(ago(row.at, now))}.
      </p>
      <blockquote class="govuk-inset-text">{row.text}</blockquote>
      <CallButton phone={row.groupPhone} look="secondary">
        {words.ring(row.organizationName)}
      </CallButton>
      <GovForm form={form} submit={words.submit}>
        <Radios
          id={`how-${row.id}`}
          name="how"
          legend={words.how}
          legendSize="s"
          small
          error={form.errorFor('how')}
          items={items(words.hows)}
        />
      </GovForm>
    </Card>
  );
}

function Reports({ first, call }: { first: Page; call: Call }) {
  const [page, setPage] = useState(first);
  const [done, setDone] = useState<readonly Row[]>([]);
  const open = page.rows.filter((row) => !done.includes(row));
  const last = done.at(-1);
  async function more(cursor: string): Promise<void> {
    const answer = await call(suggestionList, { query: { cursor } });
    if (answer.ok) setPage({ ...answer.value, rows: [...page.rows, ...answer.value.rows] });
  }
  return (
    <>
      {last !== undefined && <SavedBanner text={words.done(last.organizationName)} round={done.length} />}
      <h1 class="govuk-heading-l">{words.title}</h1>
      <GroupChecks call={call} />
      {open.length === 0 && page.next === null ? (
        <EmptyState title={words.empty}>
          <p>{words.emptyHint}</p>
        </EmptyState>
      ) : (
        <p class="govuk-body">{words.lead}</p>
      )}
      {open.map((row) => (
        <Report key={row.id} row={row} now={page.now} call={call} onDone={(one) => setDone([...done, one])} />
      ))}
      {page.next !== null && (
        <Button type="button" look="secondary" onClick={() => void more(page.next ?? '')}>
          {words.more}
        </Button>
      )}
    </>
  );
}

/** What the public says is wrong, for the coordinator who rings and looks. */
export function Queue({ call }: PageProps) {
  const { state, again } = useLoad(() => call(suggestionList, { query: {} }), 'queue');
  if (state.kind === 'waiting') return <Loading />;
  if (state.kind === 'refused') return <Refusal refused={state.refused} retry={() => void again()} />;
  return <Reports first={state.value} call={call} />;
}
