import { ago, dayOf, longDate } from '#shared/text/en/format.ts';
import { queue as words } from '#shared/text/en/queue.ts';
import { Card } from '#shared/ui/card.tsx';
import { Check } from './check.tsx';
import { Fund } from './fund.tsx';
import { Report } from './report.tsx';
import type { RowProps } from './row-props.ts';
import { rowHref, rowTitle } from './row-title.ts';
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

/** One thing that waits: what, why it matters, since when, by when, and the next thing to do there. */
export const QueueCard = (props: RowProps) => {
  const { row, now } = props;
  const isLate = row.waitUntil < now;
  const by = longDate(dayOf(row.waitUntil));
  return (
    <Card
      title={rowTitle(row)}
      href={rowHref(row)}
      above={words.kinds[row.kind].name}
      tone={isLate ? 'strong' : undefined}
    >
      <p class="govuk-body">{words.kinds[row.kind].why}</p>
      <p class="govuk-body">
        {words.since(ago(row.since, now))}{' '}
        {isLate ? <strong>{words.late(by)}.</strong> : <>{words.until(by)}.</>}
      </p>
      <Part {...props} />
    </Card>
  );
};
