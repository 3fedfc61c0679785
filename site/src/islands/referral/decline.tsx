import type { DeclineReason } from '#shared/model/referral.ts';
import { moves } from '#shared/text/en/moves.ts';
import { declineReasons } from '#shared/text/en/reasons.ts';
import { Radios } from '#shared/ui/radios.tsx';
import * as contracts from '../../contracts/moves.ts';
import { useGovForm } from '../../lib/form.ts';
import { choice, optionalText } from '../../lib/form-data.ts';
import { codesOf } from '../../lib/items.ts';
import { FreeText } from '../free-text.tsx';
import { MoveForm } from './move-form.tsx';
import { type MoveProps, unlessLost } from './move-props.ts';

const words = moves.decline;
const HINTS: Partial<Record<DeclineReason, string>> = {
  no_capacity: words.noRoomHint,
  need_beyond_us: words.beyondHint,
};

/** Says no with a coded reason, so that the link worker can find something better. */
export function Decline({ view, call, onDone, onLost, onCancel }: MoveProps) {
  const form = useGovForm({
    contract: contracts.decline,
    read: (data) => ({
      reason: choice(data, 'reason'),
      declinedBy: choice(data, 'declinedBy'),
      comment: optionalText(data, 'comment'),
    }),
    send: (endpoint, body, key) =>
      unlessLost(call(endpoint, { params: { referralId: view.id }, body, key }), onLost),
    done: onDone,
    look: ({ comment }, data, lookForDetails) => lookForDetails([{ id: 'comment', text: comment }], data),
  });
  return (
    <MoveForm form={form} title={words.title} lead={words.lead} submit={words.submit} onCancel={onCancel}>
      <Radios
        id="reason"
        legend={words.reason}
        legendSize="s"
        error={form.errorFor('reason')}
        items={codesOf(declineReasons).map((value) => ({
          value,
          text: declineReasons[value],
          hint: HINTS[value],
        }))}
      />
      <Radios
        id="declinedBy"
        legend={words.by}
        legendSize="s"
        error={form.errorFor('declinedBy')}
        inline
        items={[
          { value: 'group', text: words.group },
          { value: 'person', text: words.person },
        ]}
      />
      <FreeText
        id="comment"
        label={words.comment}
        hint={words.commentHint}
        error={form.errorFor('comment')}
        max={300}
      />
    </MoveForm>
  );
}
