import { useLayoutEffect, useState } from 'preact/hooks';
import type { ReferralView } from '#shared/api/referrals.ts';
import { dayAfter } from '#shared/text/en/days-ahead.ts';
import { dayOf } from '#shared/text/en/format.ts';
import { longDate } from '#shared/text/en/long-date.ts';
import { monthName } from '#shared/text/en/month-name.ts';
import { useGovForm } from '../../lib/form.ts';
import { text } from '../../lib/form-data.ts';
import type { Move } from '../../lib/moves.ts';
import { FormProblems } from '../gov-form.tsx';
import { type MoveProps, unlessLost } from './move-props.ts';
import { FORMS } from './move-table.ts';
import { numbersOf } from './numbers.ts';

/** This month and the eleven after it. */
const months = (today: string) =>
  Array.from({ length: 12 }, (_, later) => {
    const value = new Date(Date.UTC(Number(today.slice(0, 4)), Number(today.slice(5, 7)) - 1 + later))
      .toISOString()
      .slice(0, 7);
    return { value, text: monthName(value) };
  });

/** What the forms say of this referral, whichever is open. */
function factsOf({ now, usualContactBy, priority, questions, numbers }: ReferralView) {
  const today = dayOf(now);
  const usual = usualContactBy ?? today;
  const isSoon = priority === 'time_sensitive';
  return {
    ...numbersOf(numbers),
    today,
    yesterday: dayAfter(today, -1),
    usual,
    usualText: longDate(usual),
    isSoon,
    isRoutine: !isSoon,
    values: { contactBy: usual },
    options: { months: months(today) },
    question: questions?.at(-1)?.text ?? '',
  };
}

/** The form of one move: its title takes the focus when it opens, and there is a way back. */
export function MoveForm({ move, view, call, onDone, onLost, onCancel }: MoveProps & { move: Move }) {
  const { Part, contract, read, texts = [], messages = {} } = FORMS[move];
  const [danger, setDanger] = useState('');
  const form = useGovForm({
    contract,
    read,
    messages,
    send: (endpoint, body, key) =>
      unlessLost(call(endpoint, { params: { referralId: view.id }, body, key }), onLost),
    done: onDone,
    look: (_, data, lookForDetails) =>
      lookForDetails(
        texts.map((id) => ({ id, text: text(data, id) })),
        data,
      ),
  });
  useLayoutEffect(() => form.place.current?.querySelector('h2')?.focus(), []);
  const onClick = ({ target }: Event) => {
    if (target instanceof HTMLButtonElement && target.name === 'cancel') onCancel();
  };
  const onInput = ({ target }: Event) => {
    form.formProps.onInput();
    if (target instanceof HTMLInputElement && target.name === 'immediateDanger') setDanger(target.value);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: the button inside is what is pressed
    <div ref={form.place} onSubmit={form.formProps.onSubmit} onClick={onClick} onInput={onInput}>
      <Part
        {...factsOf(view)}
        problems={<FormProblems {...form} />}
        isBusy={form.isBusy ? 'true' : undefined}
        errorFor={form.errorFor}
        danger={danger}
      />
    </div>
  );
}
