import { useState } from 'preact/hooks';
import { queueList } from '#shared/api/queue.ts';
import { queue as words } from '#shared/text/en/queue.ts';
import { Button } from '#shared/ui/button.tsx';
import { EmptyState } from '#shared/ui/empty-state.tsx';
import type { Call, Reply } from '../lib/api.ts';
import { usePages } from '../lib/use-pages.ts';
import type { PageProps } from './frame.tsx';
import { Tabs } from './lists/tabs.tsx';
import { Loading } from './loading.tsx';
import { QueueCard } from './queue/card.tsx';
import { Handled } from './queue/handled.tsx';
import type { Row } from './queue/row-props.ts';
import { DONE_HREF, type QueueView, queueHref, readQueueView } from './queue/view.ts';
import { Refusal } from './refusal.tsx';
import { SavedBanner } from './saved-banner.tsx';

type Counts = Reply<typeof queueList>['counts'];

/** How many wait of each kind, as links that show that kind alone. */
const Kinds = ({ counts, view }: { counts: Counts; view: QueueView }) =>
  counts === null || counts.length === 0 ? null : (
    <Tabs
      label={words.filter}
      tabs={[
        { text: words.all, href: queueHref(), isHere: view.kind === undefined },
        ...counts.map(({ kind, count }) => ({
          text: words.count(words.kinds[kind].name, count),
          href: queueHref(kind),
          isHere: view.kind === kind,
        })),
      ]}
    />
  );

const Empty = ({ view }: { view: QueueView }) => (
  <EmptyState title={view.kind === undefined ? words.empty : words.emptyKind}>
    <p>{words.emptyHint}</p>
    <p>
      {view.kind !== undefined && (
        <>
          <a class="govuk-link" href={queueHref()}>
            {words.emptyLinks.all}
          </a>
          {', '}
        </>
      )}
      <a class="govuk-link" href="/grants-admin">
        {words.emptyLinks.grants}
      </a>
    </p>
  </EmptyState>
);

function Waiting({ call, view }: { call: Call; view: QueueView }) {
  const kind = view.kind === undefined ? {} : { kind: view.kind };
  const list = usePages(
    (cursor) => call(queueList, { query: { ...kind, ...(cursor === null ? {} : { cursor }) } }),
    'queue',
  );
  const [done, setDone] = useState<readonly { row: Row; said: string }[]>([]);
  if (list.kind === 'waiting') return <Loading />;
  const { first, rows, next, refused, more } = list;
  const open = rows.filter((row) => !done.some((one) => one.row === row));
  const last = done.at(-1);
  const counts = (first?.counts ?? []).map(({ kind: of, count }) => ({
    kind: of,
    count: count - done.filter(({ row }) => row.kind === of).length,
  }));
  return (
    <>
      {last !== undefined && <SavedBanner text={last.said} round={done.length} />}
      {refused !== undefined && <Refusal refused={refused} retry={() => void more(null)} />}
      <Kinds counts={counts.filter(({ count }) => count > 0)} view={view} />
      {refused === undefined && open.length === 0 && next === null && <Empty view={view} />}
      {open.length > 0 && <p class="govuk-body">{words.lead}</p>}
      {first !== undefined &&
        open.map((row) => (
          <QueueCard
            key={row.id}
            row={row}
            now={first.now}
            call={call}
            onDone={(said) => setDone([...done, { row, said }])}
          />
        ))}
      {next !== null && (
        <Button type="button" look="secondary" onClick={() => void more(next)}>
          {words.more}
        </Button>
      )}
    </>
  );
}

/** What waits for a coordinator, what does most harm first; and what has been done. */
export function Queue({ call }: PageProps) {
  const [view] = useState(() => readQueueView(window.location.search));
  return (
    <>
      <h1 class="govuk-heading-l">{words.title}</h1>
      <Tabs
        label={words.tabs.label}
        tabs={[
          { text: words.tabs.open, href: queueHref(), isHere: !view.isDone },
          { text: words.tabs.done, href: DONE_HREF, isHere: view.isDone },
        ]}
      />
      {view.isDone ? <Handled call={call} /> : <Waiting call={call} view={view} />}
    </>
  );
}
