import { addWorkingDays } from '#shared/model/working-days.ts';
import { dayOf, longDate } from '#shared/text/en/format.ts';
import { moves } from '#shared/text/en/moves.ts';
import * as contracts from '../../contracts/moves.ts';
import { useGovForm } from '../../lib/form.ts';
import { chosenDay, DayChoice } from './day-choice.tsx';
import { MoveForm } from './move-form.tsx';
import { type MoveProps, unlessLost } from './move-props.ts';

const words = moves.accept;

/** Says yes, and by which day somebody makes contact: five working days on, or two when it cannot wait. */
export function Accept({ view, call, onDone, onLost, onCancel }: MoveProps) {
  const today = dayOf(view.now);
  const isSoon = view.priority === 'time_sensitive';
  // England first: the portal takes no referrals elsewhere yet.
  const usual = addWorkingDays(today, isSoon ? 2 : 5, 'england');
  const form = useGovForm({
    contract: contracts.accept,
    read: (data) => ({ contactBy: chosenDay(data, 'contactBy') }),
    send: (endpoint, body, key) =>
      unlessLost(call(endpoint, { params: { referralId: view.id }, body, key }), onLost),
    done: onDone,
    messages: { contactBy: words.problem },
  });
  return (
    <MoveForm form={form} title={words.title} lead={words.lead} submit={words.submit} onCancel={onCancel}>
      <DayChoice
        id="contactBy"
        legend={words.by}
        value={usual}
        choices={[{ day: usual, text: isSoon ? words.soon(longDate(usual)) : words.usual(longDate(usual)) }]}
        another={words.another}
        otherLegend={words.day}
        error={form.errorFor('contactBy')}
      />
    </MoveForm>
  );
}
