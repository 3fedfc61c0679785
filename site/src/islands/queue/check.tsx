import { groupChecks as words } from '#shared/text/en/group-checks.ts';
import { Details } from '#shared/ui/details.tsx';
import { Radios } from '#shared/ui/radios.tsx';
import { TextInput } from '#shared/ui/text-input.tsx';
import * as contracts from '../../contracts/queue.ts';
import { choice, text } from '../../lib/form-data.ts';
import { items } from '../../lib/items.ts';
import { ChoiceForm } from './choice-form.tsx';
import { Lines } from './lines.tsx';
import type { RowProps } from './row-props.ts';
import { Of } from './row-title.tsx';

type Props = RowProps<'check'>;

/** Whether an unclaimed listing is the same group; undefined where nobody asked or answered. */
const sameIn = (data: FormData): boolean | undefined => {
  const said = choice(data, 'isSame');
  return said === undefined ? undefined : said === 'yes';
};

const CheckForm = ({ row, call, onDone }: Props) => (
  <ChoiceForm
    id={row.id}
    row={row}
    name="how"
    legend={words.what}
    choices={items(words.hows)}
    submit={words.submit}
    form={{
      contract: contracts.check,
      read: (data) => ({ how: choice(data, 'how'), note: text(data, 'note'), isSame: sameIn(data) }),
      send: (endpoint, body, key) => call(endpoint, { params: { groupId: row.id }, body, key }),
      done: () => onDone(words.done(row.groupName)),
    }}
    more={(errorFor) => (
      <>
        {row.twinFrom !== null && (
          <Radios
            id={`isSame-${row.id}`}
            name="isSame"
            legend={words.same}
            legendSize="s"
            small
            error={errorFor('isSame')}
            items={items(words.sames)}
          />
        )}
        <TextInput
          id={`note-${row.id}`}
          name="note"
          label={
            <>
              {words.note}
              <Of row={row} />
            </>
          }
          error={errorFor('note')}
        />
      </>
    )}
  />
);

const ReturnForm = ({ row, call, onDone }: Props) => (
  <ChoiceForm
    id={row.id}
    row={row}
    name="reason"
    legend={words.reason}
    choices={items(words.reasons)}
    submit={words.returnIt}
    look="warning"
    form={{
      contract: contracts.goesBack,
      read: (data) => ({ reason: choice(data, 'reason'), note: '' }),
      send: (endpoint, body, key) => call(endpoint, { params: { groupId: row.id }, body, key }),
      done: () => onDone(words.returned(row.groupName)),
    }}
  />
);

/** A group that asks to be listed: what it says of itself, and two ways on. */
export const Check = (props: Props) => {
  const { happens, twin, twinFrom, when, outcode, leadName, email } = props.row;
  return (
    <>
      <p class="govuk-body">{happens}</p>
      {twin !== null && (
        <p class="govuk-body">
          <strong>{twinFrom === null ? words.twin : words.twinFrom(twinFrom)}</strong>{' '}
          <a class="govuk-link" href={`/groups/${twin}`}>
            {words.see}
            <Of row={props.row} />
          </a>
        </p>
      )}
      <Lines
        facts={[
          [words.when, `${when} (${outcode})`],
          [words.lead_, leadName],
          [words.mail, email],
        ]}
      />
      <CheckForm {...props} />
      <Details
        summary={
          <>
            {words.back}
            <Of row={props.row} />
          </>
        }
      >
        <ReturnForm {...props} />
      </Details>
    </>
  );
};
