import { dayAfter, dayOf } from '#shared/text/en/format.ts';
import { moves } from '#shared/text/en/moves.ts';
import * as contracts from '../../contracts/moves.ts';
import { useGovForm } from '../../lib/form.ts';
import { chosenDay, DayChoice } from './day-choice.tsx';
import { MoveForm } from './move-form.tsx';
import { type MoveProps, unlessLost } from './move-props.ts';

const words = moves.start;

/** Records the first time the person came. */
export function Start({ view, call, onDone, onLost, onCancel }: MoveProps) {
  const today = dayOf(view.now);
  const form = useGovForm({
    contract: contracts.start,
    read: (data) => ({ on: chosenDay(data, 'on') }),
    send: (endpoint, body, key) =>
      unlessLost(call(endpoint, { params: { referralId: view.id }, body, key }), onLost),
    done: onDone,
    messages: { on: words.problem },
  });
  return (
    <MoveForm form={form} title={words.title} submit={words.submit} onCancel={onCancel}>
      <DayChoice
        id="on"
        legend={words.on}
        choices={[
          { day: today, text: words.today },
          { day: dayAfter(today, -1), text: words.yesterday },
        ]}
        another={words.another}
        otherLegend={words.day}
        error={form.errorFor('on')}
      />
    </MoveForm>
  );
}
