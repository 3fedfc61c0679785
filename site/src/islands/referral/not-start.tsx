import { moves } from '#shared/text/en/moves.ts';
import { notStartedReasons } from '#shared/text/en/reasons.ts';
import { Radios } from '#shared/ui/radios.tsx';
import * as contracts from '../../contracts/moves.ts';
import { useGovForm } from '../../lib/form.ts';
import { choice } from '../../lib/form-data.ts';
import { items } from '../../lib/items.ts';
import { MoveForm } from './move-form.tsx';
import { type MoveProps, unlessLost } from './move-props.ts';

const words = moves.not_start;

/** Records that the person did not come in the end, and why. */
export function NotStart({ view, call, onDone, onLost, onCancel }: MoveProps) {
  const form = useGovForm({
    contract: contracts.notStart,
    read: (data) => ({ reason: choice(data, 'reason') }),
    send: (endpoint, body, key) =>
      unlessLost(call(endpoint, { params: { referralId: view.id }, body, key }), onLost),
    done: onDone,
  });
  return (
    <MoveForm form={form} title={words.title} lead={words.lead} submit={words.submit} onCancel={onCancel}>
      <Radios
        id="reason"
        legend={words.reason}
        legendSize="s"
        error={form.errorFor('reason')}
        items={items(notStartedReasons)}
      />
    </MoveForm>
  );
}
