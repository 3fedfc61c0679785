import { dayAfter, dayOf } from '#shared/text/en/format.ts';
import { moves } from '#shared/text/en/moves.ts';
import { toldHow } from '#shared/text/en/reasons.ts';
import { Radios } from '#shared/ui/radios.tsx';
import { TextInput } from '#shared/ui/text-input.tsx';
import * as contracts from '../../contracts/moves.ts';
import { useGovForm } from '../../lib/form.ts';
import { choice, text } from '../../lib/form-data.ts';
import { items } from '../../lib/items.ts';
import { chosenDay, DayChoice } from './day-choice.tsx';
import { MoveForm } from './move-form.tsx';
import { type MoveProps, unlessLost } from './move-props.ts';

const words = moves.record_new_owner;
const ACCEPTED: Readonly<Record<string, boolean>> = { yes: true, no: false };

/** Records who has taken over; only this closes what was handed back. */
export function NewOwner({ view, call, onDone, onLost, onCancel }: MoveProps) {
  const today = dayOf(view.now);
  const form = useGovForm({
    contract: contracts.recordNewOwner,
    read: (data) => ({
      who: text(data, 'who'),
      organization: text(data, 'organization'),
      how: choice(data, 'how'),
      on: chosenDay(data, 'on'),
      accepted: ACCEPTED[choice(data, 'accepted') ?? ''],
    }),
    send: (endpoint, body, key) =>
      unlessLost(call(endpoint, { params: { referralId: view.id }, body, key }), onLost),
    done: onDone,
    messages: { on: moves.start.problem },
  });
  return (
    <MoveForm form={form} title={words.title} lead={words.lead} submit={words.submit} onCancel={onCancel}>
      <TextInput id="who" label={words.who} error={form.errorFor('who')} autocomplete="off" />
      <TextInput
        id="organization"
        label={words.organization}
        error={form.errorFor('organization')}
        autocomplete="off"
      />
      <Radios
        id="how"
        legend={words.how}
        legendSize="s"
        error={form.errorFor('how')}
        items={items(toldHow)}
      />
      <DayChoice
        id="on"
        legend={words.on}
        choices={[
          { day: today, text: moves.start.today },
          { day: dayAfter(today, -1), text: moves.start.yesterday },
        ]}
        another={moves.start.another}
        otherLegend={words.on}
        error={form.errorFor('on')}
      />
      <Radios
        id="accepted"
        legend={words.accepted}
        legendSize="s"
        error={form.errorFor('accepted')}
        items={[
          { value: 'yes', text: words.yes },
          { value: 'no', text: words.no },
        ]}
      />
    </MoveForm>
  );
}
