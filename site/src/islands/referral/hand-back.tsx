import { useState } from 'preact/hooks';
import { moves } from '#shared/text/en/moves.ts';
import { awareWords, calledWords, handBackKinds } from '#shared/text/en/reasons.ts';
import { Radios } from '#shared/ui/radios.tsx';
import * as contracts from '../../contracts/moves.ts';
import { useGovForm } from '../../lib/form.ts';
import { choice, optionalText } from '../../lib/form-data.ts';
import { items } from '../../lib/items.ts';
import { FreeText } from '../free-text.tsx';
import { DangerNumbers } from './danger-numbers.tsx';
import { MoveForm } from './move-form.tsx';
import { type MoveProps, unlessLost } from './move-props.ts';

const words = moves.hand_back;
const DANGER: Readonly<Record<string, boolean>> = { yes: true, no: false };
const given = (data: FormData) => {
  const immediateDanger = DANGER[choice(data, 'immediateDanger') ?? ''];
  return {
    immediateDanger,
    called: immediateDanger === true ? (choice(data, 'called') ?? null) : null,
    kind: choice(data, 'kind'),
    personAware: choice(data, 'personAware'),
    note: optionalText(data, 'note'),
  };
};

/** Hands back what is beyond the group: danger first, with whom to ring, and only then the rest. */
export function HandBack({ view, call, onDone, onLost, onCancel }: MoveProps) {
  const [danger, setDanger] = useState('');
  const form = useGovForm({
    contract: contracts.handBack,
    read: given,
    send: (endpoint, body, key) =>
      unlessLost(call(endpoint, { params: { referralId: view.id }, body, key }), onLost),
    done: onDone,
    look: ({ note }, data, lookForDetails) => lookForDetails([{ id: 'note', text: note }], data),
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
        id="immediateDanger"
        legend={words.danger}
        legendSize="s"
        inline
        error={form.errorFor('immediateDanger')}
        value={danger}
        onChange={(event) => {
          if (event.target instanceof HTMLInputElement) setDanger(event.target.value);
        }}
        items={[
          { value: 'yes', text: words.dangerYes },
          { value: 'no', text: words.dangerNo },
        ]}
      />
      {danger === 'yes' && (
        <>
          <DangerNumbers {...(view.numbers && { numbers: view.numbers })} />
          <Radios
            id="called"
            legend={words.called}
            legendSize="s"
            error={form.errorFor('called')}
            items={items(calledWords)}
          />
        </>
      )}
      {danger !== '' && (
        <>
          <Radios
            id="kind"
            legend={words.kind}
            legendSize="s"
            error={form.errorFor('kind')}
            items={items(handBackKinds)}
          />
          <Radios
            id="personAware"
            legend={words.aware}
            legendSize="s"
            error={form.errorFor('personAware')}
            items={items(awareWords)}
          />
          <FreeText
            id="note"
            label={words.note}
            hint={words.noteHint}
            error={form.errorFor('note')}
            max={300}
          />
        </>
      )}
    </MoveForm>
  );
}
