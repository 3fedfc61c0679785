import { moves } from '#shared/text/en/moves.ts';
import { withdrawReasons } from '#shared/text/en/reasons.ts';
import { Checkboxes } from '#shared/ui/checkboxes.tsx';
import { Radios } from '#shared/ui/radios.tsx';
import * as contracts from '../../contracts/moves.ts';
import { useGovForm } from '../../lib/form.ts';
import { choice, isTicked } from '../../lib/form-data.ts';
import { codesOf, items } from '../../lib/items.ts';
import { MoveForm } from './move-form.tsx';
import { type MoveProps, unlessLost } from './move-props.ts';

const words = moves.withdraw;
/** What a sender can give: what a timer writes is left out. */
const GIVEN = codesOf(withdrawReasons).filter((code) => code !== 'no_answer_from_referrer');

/** Takes a referral back; says what that does before it is done. */
export function Withdraw({ view, call, onDone, onLost, onCancel }: MoveProps) {
  const form = useGovForm({
    contract: contracts.withdraw,
    read: (data) => ({
      reason: choice(data, 'reason'),
      agreementWithdrawn: isTicked(data, 'agreementWithdrawn'),
    }),
    send: (endpoint, body, key) =>
      unlessLost(call(endpoint, { params: { referralId: view.id }, body, key }), onLost),
    done: onDone,
  });
  return (
    <MoveForm
      form={form}
      title={words.title}
      lead={words.lead}
      submit={words.submit}
      look="warning"
      onCancel={onCancel}
    >
      <Radios
        id="reason"
        legend={words.reason}
        legendSize="s"
        error={form.errorFor('reason')}
        items={items(withdrawReasons, GIVEN)}
      />
      <Checkboxes
        id="agreementWithdrawn"
        fieldset={false}
        items={[{ value: 'yes', text: words.agreement }]}
      />
    </MoveForm>
  );
}
