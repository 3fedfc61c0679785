import { monthName } from '#shared/text/en/format.ts';
import { moves } from '#shared/text/en/moves.ts';
import { Select } from '#shared/ui/select.tsx';
import * as contracts from '../../contracts/moves.ts';
import { useGovForm } from '../../lib/form.ts';
import { text } from '../../lib/form-data.ts';
import { MoveForm } from './move-form.tsx';
import { type MoveProps, unlessLost } from './move-props.ts';

const words = moves.wait_list;

/** The person was asked and still waits: one press, nothing to fill in. */
export function KeepWaiting({ view, call, onDone, onLost, onCancel }: MoveProps) {
  const form = useGovForm({
    contract: contracts.keepWaiting,
    read: () => ({}),
    send: (endpoint, body, key) =>
      unlessLost(call(endpoint, { params: { referralId: view.id }, body, key }), onLost),
    done: onDone,
  });
  const { title, lead, submit } = moves.keep_waiting;
  return (
    <MoveForm form={form} title={title} lead={lead} submit={submit} onCancel={onCancel}>
      {null}
    </MoveForm>
  );
}

/** This month and the eleven after it. */
function months(now: string): string[] {
  const [year = 0, month = 0] = now.split('-').map(Number);
  return Array.from({ length: 12 }, (_, later) => {
    const at = month - 1 + later;
    return `${year + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
  });
}

/** Keeps it for later and says from which month. */
export function WaitList({ view, call, onDone, onLost, onCancel }: MoveProps) {
  const form = useGovForm({
    contract: contracts.waitList,
    read: (data) => ({ month: text(data, 'month') }),
    send: (endpoint, body, key) =>
      unlessLost(call(endpoint, { params: { referralId: view.id }, body, key }), onLost),
    done: onDone,
  });
  return (
    <MoveForm form={form} title={words.title} lead={words.lead} submit={words.submit} onCancel={onCancel}>
      <Select
        id="month"
        label={words.month}
        error={form.errorFor('month')}
        items={months(view.now).map((value) => ({ value, text: monthName(value) }))}
      />
    </MoveForm>
  );
}
