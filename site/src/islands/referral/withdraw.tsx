import { referralWithdraw } from '#shared/api/referrals.ts';
import { SenderWithdrawReason } from '#shared/model/referral.ts';
import { withdrawReasons } from '#shared/text/en/reasons.ts';
import { referralPage } from '#shared/text/en/referral-page.ts';
import { Checkboxes } from '#shared/ui/checkboxes.tsx';
import { Radios } from '#shared/ui/radios.tsx';
import { useGovForm } from '../../lib/form.ts';
import { choice, isTicked } from '../../lib/form-data.ts';
import { items } from '../../lib/items.ts';
import { MoveForm } from './move-form.tsx';
import { type MoveProps, unlessLost } from './move-props.ts';

const words = referralPage.withdraw;

/** Takes a referral back; says what that does before it is done. */
export function Withdraw({ view, call, onDone, onLost, onCancel }: MoveProps) {
  const form = useGovForm({
    schema: referralWithdraw.body,
    read: (data) => ({
      reason: choice(data, 'reason'),
      agreementWithdrawn: isTicked(data, 'agreementWithdrawn'),
    }),
    send: (body, key) =>
      unlessLost(call(referralWithdraw, { params: { referralId: view.id }, body, key }), onLost),
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
        items={items(SenderWithdrawReason.options, withdrawReasons)}
      />
      <Checkboxes
        id="agreementWithdrawn"
        fieldset={false}
        items={[{ value: 'yes', text: words.agreement }]}
      />
    </MoveForm>
  );
}
