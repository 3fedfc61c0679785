import { moves } from '#shared/text/en/moves.ts';
import * as contracts from '../../contracts/moves.ts';
import { useGovForm } from '../../lib/form.ts';
import { text } from '../../lib/form-data.ts';
import { FreeText } from '../free-text.tsx';
import { MoveForm } from './move-form.tsx';
import { type MoveProps, unlessLost } from './move-props.ts';

/** A reader asks the link worker something. */
export function Ask({ view, call, onDone, onLost, onCancel }: MoveProps) {
  const words = moves.ask;
  const form = useGovForm({
    contract: contracts.ask,
    read: (data) => ({ text: text(data, 'text') }),
    send: (endpoint, body, key) =>
      unlessLost(call(endpoint, { params: { referralId: view.id }, body, key }), onLost),
    done: onDone,
    look: (given, data, lookForDetails) => lookForDetails([{ id: 'text', text: given.text }], data),
  });
  return (
    <MoveForm form={form} title={words.title} lead={words.lead} submit={words.submit} onCancel={onCancel}>
      <FreeText id="text" label={words.text} hint={words.hint} error={form.errorFor('text')} max={500} />
    </MoveForm>
  );
}

/** The link worker answers; the question stands above the answer. */
export function Answer({ view, call, onDone, onLost, onCancel }: MoveProps) {
  const words = moves.answer;
  const form = useGovForm({
    contract: contracts.answer,
    read: (data) => ({ text: text(data, 'text') }),
    send: (endpoint, body, key) =>
      unlessLost(call(endpoint, { params: { referralId: view.id }, body, key }), onLost),
    done: onDone,
    look: (given, data, lookForDetails) => lookForDetails([{ id: 'text', text: given.text }], data),
  });
  const question = view.questions?.at(-1)?.text ?? '';
  return (
    <MoveForm form={form} title={words.title} lead={question} submit={words.submit} onCancel={onCancel}>
      <FreeText id="text" label={words.text} hint={words.hint} error={form.errorFor('text')} max={500} />
    </MoveForm>
  );
}

/** Either side says that it is in scope after all. */
export function Return({ view, call, onDone, onLost, onCancel }: MoveProps) {
  const words = moves.return_to_group;
  const form = useGovForm({
    contract: contracts.returnToGroup,
    read: (data) => ({ note: text(data, 'note') }),
    send: (endpoint, body, key) =>
      unlessLost(call(endpoint, { params: { referralId: view.id }, body, key }), onLost),
    done: onDone,
    look: (given, data, lookForDetails) => lookForDetails([{ id: 'note', text: given.note }], data),
  });
  return (
    <MoveForm form={form} title={words.title} lead={words.lead} submit={words.submit} onCancel={onCancel}>
      <FreeText id="note" label={words.note} hint={words.hint} error={form.errorFor('note')} max={300} />
    </MoveForm>
  );
}
