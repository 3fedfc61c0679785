import type { TaskKind } from '#shared/model/task.ts';
import { OUTCOMES } from '#shared/model/task-outcomes.ts';
import { due } from '#shared/text/en/days-ahead.ts';
import { ago, date } from '#shared/text/en/format.ts';
import { queue as words } from '#shared/text/en/queue.ts';
import { outcomes, REOPENED } from '#shared/text/en/queue-kinds.ts';
import { Details } from '#shared/ui/details.tsx';
import * as contracts from '../../contracts/queue.ts';
import { choice } from '../../lib/form-data.ts';
import { items } from '../../lib/items.ts';
import { ChoiceForm } from './choice-form.tsx';
import { Lines } from './lines.tsx';
import { Ringing } from './ringing.tsx';
import type { RowProps } from './row-props.ts';
import { Of, rowTitle } from './row-title.tsx';

type Props = RowProps<TaskKind>;

/** The one form of every task: what came of it. */
function SettleForm({ row, now, call, onDone }: Props) {
  const about = rowTitle(row);
  return (
    <ChoiceForm
      id={row.id}
      row={row}
      name="outcome"
      legend={words.outcome}
      choices={items(outcomes, OUTCOMES[row.kind])}
      submit={words.submit}
      form={{
        contract: contracts.settling,
        read: (data) => ({ outcome: choice(data, 'outcome') }),
        send: (endpoint, body, key) => call(endpoint, { params: { taskId: row.id }, body, key }),
        done: (settled) => {
          const back = settled?.comesBack ?? null;
          onDone(back === null ? words.settled(about) : words.rests(about, due(back, now)));
        },
      }}
    />
  );
}

function Facts({ row, now }: Pick<Props, 'row' | 'now'>) {
  if (row.kind === 'gap')
    return (
      <p class="govuk-body">
        <strong>{words.notes(row.notes)}</strong>.
      </p>
    );
  if (row.kind === 'lapsed' || row.kind === 'lapsing')
    return <p class="govuk-body">{words.runs[row.isTakenBack ? 'back' : row.kind](date(row.validUntil))}</p>;
  const common = [
    [words.reference, row.reference],
    [words.team, row.teamName],
  ] as const;
  if (row.kind !== 'silence') return <Lines facts={common} />;
  const sent = [words.sent, ago(row.sentAt, now)] as const;
  return <Lines facts={[...common, [words.activity, row.serviceName], sent]} />;
}

/** What has to be known before ringing. */
const Rule = ({ row, now }: Pick<Props, 'row' | 'now'>) => {
  if (row.kind === 'silence')
    return <p class="govuk-body">{row.endsAt === null ? words.ended : words.ends(due(row.endsAt, now))}</p>;
  if (row.kind !== 'unowned') return null;
  return (
    <>
      {row.danger && (
        <p class="govuk-body">
          <strong>{words.danger}</strong>
        </p>
      )}
      <p class="govuk-body">{words.ownerRule}</p>
    </>
  );
};

/** A task that is done by ringing or by saying what came of it. */
export const TaskPart = (props: Props) => {
  const { row, now } = props;
  return (
    <>
      <Rule row={row} now={now} />
      <Facts row={row} now={now} />
      {row.last !== null && (
        <p class="govuk-body">
          <strong>{words.lastTitle}:</strong>{' '}
          {words.last(
            row.last.byName,
            ago(row.last.at, now),
            row.last.outcome === 'reopened' ? REOPENED : outcomes[row.last.outcome],
          )}
        </p>
      )}
      {row.kind !== 'gap' && <Ringing ring={row.ring} />}
      <Details
        summary={
          <>
            {words.open}
            <Of row={row} />
          </>
        }
      >
        <SettleForm {...props} />
      </Details>
    </>
  );
};
