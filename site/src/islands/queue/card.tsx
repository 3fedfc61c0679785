import { ago, dayOf } from '#shared/text/en/format.ts';
import { groupChecks } from '#shared/text/en/group-checks.ts';
import { longDate } from '#shared/text/en/long-date.ts';
import { queue as words } from '#shared/text/en/queue.ts';
import { queueKinds } from '#shared/text/en/queue-kinds.ts';
import { Card } from '#shared/ui/card.tsx';
import { Check } from './check.tsx';
import { Fund } from './fund.tsx';
import { Report } from './report.tsx';
import type { Row, RowProps } from './row-props.ts';
import { Of, rowHref, rowTitle } from './row-title.tsx';
import { TaskPart } from './task.tsx';

function Part(props: RowProps) {
  const { row } = props;
  switch (row.kind) {
    case 'check':
      return <Check {...props} row={row} />;
    case 'report':
      return <Report {...props} row={row} />;
    case 'grant':
      return <Fund {...props} row={row} />;
    default:
      return <TaskPart {...props} row={row} />;
  }
}

/** One thing that waits: what, since when, by when, and the next thing to do there. */
const QueueCard = (props: RowProps) => {
  const { row, now } = props;
  const isLate = row.waitUntil < now;
  const by = longDate(dayOf(row.waitUntil));
  return (
    <Card title={rowTitle(row)} href={rowHref(row)} heading="h3" tone={isLate ? 'strong' : undefined}>
      <p class="govuk-body">
        {words.since(ago(row.since, now))}{' '}
        {isLate ? <strong>{words.late(by)}.</strong> : <>{words.until(by)}.</>}
      </p>
      <Part {...props} />
      {'groupId' in row && (
        <p class="govuk-body">
          <a class="govuk-link" href={`/group-pause?group=${row.groupId}`}>
            {words.stands}
            <Of row={row} />
          </a>
        </p>
      )}
    </Card>
  );
};

type Group = { kind: Row['kind']; rows: Row[] };

/** The rows in their order, those of one kind together: what they have in common is said once. */
export function kindsOf(rows: readonly Row[]): Group[] {
  const groups: Group[] = [];
  for (const row of rows) {
    const last = groups.at(-1);
    if (last?.kind === row.kind) last.rows.push(row);
    else groups.push({ kind: row.kind, rows: [row] });
  }
  return groups;
}

type SectionProps = Group & Omit<RowProps, 'row' | 'onDone'> & { onDone: (row: Row, said: string) => void };

/** All that waits of one kind, and why it matters. */
export const QueueSection = ({ kind, rows, now, call, onDone }: SectionProps) => (
  <section aria-labelledby={kind}>
    <h2 class="govuk-heading-m" id={kind}>
      {queueKinds[kind].name}
    </h2>
    <p class="govuk-body">{queueKinds[kind].why}</p>
    {kind === 'check' && <p class="govuk-inset-text">{groupChecks.rule}</p>}
    {rows.map((row) => (
      <QueueCard key={row.id} row={row} now={now} call={call} onDone={(said) => onDone(row, said)} />
    ))}
  </section>
);
