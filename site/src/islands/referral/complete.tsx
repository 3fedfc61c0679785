import { moves } from '#shared/text/en/moves.ts';
import { outcomes } from '#shared/text/en/reasons.ts';
import { Details } from '#shared/ui/details.tsx';
import { Radios } from '#shared/ui/radios.tsx';
import * as contracts from '../../contracts/moves.ts';
import { useGovForm } from '../../lib/form.ts';
import { choice, optionalText } from '../../lib/form-data.ts';
import { codesOf, items } from '../../lib/items.ts';
import { FreeText } from '../free-text.tsx';
import { MoveForm } from './move-form.tsx';
import { type MoveProps, unlessLost } from './move-props.ts';

const words = moves.complete;
/** What a person can record: what a timer writes is left out. */
const RECORDED = codesOf(outcomes).filter((code) => code !== 'outcome_unknown');

/** Records what came of it: one tap for what happened, one to send; words are folded away. */
export function Complete({ view, call, onDone, onLost, onCancel }: MoveProps) {
  const form = useGovForm({
    contract: contracts.complete,
    read: (data) => ({ outcome: choice(data, 'outcome'), words: optionalText(data, 'words') }),
    send: (endpoint, body, key) =>
      unlessLost(call(endpoint, { params: { referralId: view.id }, body, key }), onLost),
    done: onDone,
    look: (given, data, lookForDetails) => lookForDetails([{ id: 'words', text: given.words }], data),
  });
  return (
    <MoveForm form={form} title={words.title} submit={words.submit} onCancel={onCancel}>
      <Radios
        id="outcome"
        legend={words.outcome}
        legendSize="s"
        error={form.errorFor('outcome')}
        items={items(outcomes, RECORDED)}
      />
      <Details summary={words.words}>
        <FreeText
          id="words"
          label={words.words}
          hint={words.wordsHint}
          error={form.errorFor('words')}
          max={300}
        />
      </Details>
    </MoveForm>
  );
}
