import { useState } from 'preact/hooks';
import { queueList } from '#shared/api/queue.ts';
import type { QueueKind } from '#shared/model/task.ts';
import { queue as words } from '#shared/text/en/queue.ts';
import { queueKinds } from '#shared/text/en/queue-kinds.ts';
import { Button } from '#shared/ui/button.tsx';
import { EmptyState } from '#shared/ui/empty-state.tsx';
import type { Call, Reply } from '../lib/api.ts';
import { usePages } from '../lib/use-pages.ts';
import type { PageProps } from './frame.tsx';
import { Tabs } from './lists/tabs.tsx';
import { Loading } from './loading.tsx';
import { kindsOf, QueueSection } from './queue/card.tsx';
import type { Row } from './queue/row-props.ts';
import { QueueTabs } from './queue/tabs.tsx';
import { kindOf, queueHref } from './queue/view.ts';
import { Refusal } from './refusal.tsx';
import { SavedBanner } from './saved-banner.tsx';

type Counts = Reply<typeof queueList>['counts'];

/** How many wait of each kind, as links that show that kind alone. */
const Kinds = ({ counts, kind: shown }: { counts: Counts; kind: QueueKind | undefined }) =>
  counts === null || counts.length === 0 ? null : (
    <Tabs
      label={words.filter}
      tabs={[
        { text: words.all, href: queueHref(), isHere: shown === undefined },
        ...counts.map(({ kind, count }) => ({
          text: words.count(queueKinds[kind].name, count),
          href: queueHref(kind),
          isHere: shown === kind,
        })),
      ]}
    />
  );

const Empty = ({ kind }: { kind: QueueKind | undefined }) => (
  <EmptyState title={kind === undefined ? words.empty : words.emptyKind}>
    <p>{words.emptyHint}</p>
    <p>
      {kind !== undefined && (
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

function Waiting({ call, kind }: { call: Call; kind: QueueKind | undefined }) {
  const only = kind === undefined ? {} : { kind };
  const list = usePages(
    (cursor) => call(queueList, { query: { ...only, ...(cursor === null ? {} : { cursor }) } }),
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
      <Kinds counts={counts.filter(({ count }) => count > 0)} kind={kind} />
      {refused === undefined && open.length === 0 && next === null && <Empty kind={kind} />}
      {open.length > 0 && <p class="govuk-body">{words.lead}</p>}
      {first !== undefined &&
        kindsOf(open).map((group) => (
          <QueueSection
            key={group.kind}
            {...group}
            now={first.now}
            call={call}
            onDone={(row, said) => setDone([...done, { row, said }])}
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

/** What waits for a coordinator, what does most harm first. */
export function Queue({ call }: PageProps) {
  const [kind] = useState(() => kindOf(window.location.search));
  return (
    <>
      <h1 class="govuk-heading-l">{words.title}</h1>
      <QueueTabs isDone={false} />
      <Waiting call={call} kind={kind} />
    </>
  );
}
