import { OUTCOMES, type TaskKind } from '#shared/model/task.ts';
import { ago, date, due } from '#shared/text/en/format.ts';
import { outcomes, queue as words } from '#shared/text/en/queue.ts';
import { Details } from '#shared/ui/details.tsx';
import { Radios } from '#shared/ui/radios.tsx';
import { SummaryList } from '#shared/ui/summary-list.tsx';
import { WarningText } from '#shared/ui/warning-text.tsx';
import { useGovForm } from '../../lib/form.ts';
import { choice } from '../../lib/form-data.ts';
import { items } from '../../lib/items.ts';
import { GovForm } from '../gov-form.tsx';
import { outcomeWords } from './outcome-words.ts';
import { Ringing } from './ringing.tsx';
import type { RowProps } from './row-props.ts';
import { rowTitle } from './row-title.ts';

type Props = RowProps<TaskKind>;

/** The one form of every task: what came of it. */
function SettleForm({ row, now, call, onDone }: Props) {
  const about = rowTitle(row);
  const form = useGovForm({
    contract: async () => (await import('../../contracts/queue.ts')).settling,
    read: (data) => ({ outcome: choice(data, 'outcome') }),
    send: (endpoint, body, key) => call(endpoint, { params: { taskId: row.id }, body, key }),
    done: (settled) => {
      const back = settled?.comesBack ?? null;
      onDone(back === null ? words.settled(about) : words.rests(about, due(back, now)));
    },
  });
  return (
    <GovForm form={form} submit={words.submit}>
      <Radios
        id={`outcome-${row.id}`}
        name="outcome"
        legend={words.outcome}
        legendSize="s"
        small
        error={form.errorFor('outcome')}
        items={items(outcomes, OUTCOMES[row.kind])}
      />
    </GovForm>
  );
}

function Facts({ row, now }: Pick<Props, 'row' | 'now'>) {
  if (row.kind === 'gap')
    return (
      <p class="govuk-body">
        <strong>{words.notes(row.notes)}</strong>.{' '}
        <a class="govuk-link" href="/gaps">
          {words.toGaps}
        </a>
      </p>
    );
  if (row.kind === 'lapsed' || row.kind === 'lapsing')
    return (
      <SummaryList
        rows={[{ key: words.runs[row.isTakenBack ? 'back' : row.kind], value: date(row.validUntil) }]}
      />
    );
  return (
    <SummaryList
      rows={[
        { key: words.reference, value: row.reference },
        { key: words.team, value: row.teamName },
        ...(row.kind === 'silence'
          ? [
              { key: words.activity, value: row.serviceName },
              { key: words.sent, value: ago(row.sentAt, now) },
            ]
          : []),
      ]}
    />
  );
}

/** What has to be known before ringing. */
const Rule = ({ row, now }: Pick<Props, 'row' | 'now'>) => {
  if (row.kind === 'silence')
    return <p class="govuk-body">{row.endsAt === null ? words.ended : words.ends(due(row.endsAt, now))}</p>;
  if (row.kind !== 'unowned') return null;
  return (
    <>
      {row.danger && <WarningText>{words.danger}</WarningText>}
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
          {words.last(row.last.byName, ago(row.last.at, now), outcomeWords(row.kind, row.last.outcome))}
        </p>
      )}
      {row.kind !== 'gap' && <Ringing ring={row.ring} />}
      <Details summary={words.open}>
        <SettleForm {...props} />
      </Details>
    </>
  );
};
