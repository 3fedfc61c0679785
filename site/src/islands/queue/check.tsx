import { groupChecks as words } from '#shared/text/en/group-checks.ts';
import { Details } from '#shared/ui/details.tsx';
import { Radios } from '#shared/ui/radios.tsx';
import { SummaryList } from '#shared/ui/summary-list.tsx';
import { Textarea } from '#shared/ui/textarea.tsx';
import { useGovForm } from '../../lib/form.ts';
import { choice, text } from '../../lib/form-data.ts';
import { items } from '../../lib/items.ts';
import { GovForm } from '../gov-form.tsx';
import type { RowProps } from './row-props.ts';

type Props = RowProps<'check'>;

/** Whether an unclaimed listing is the same group; undefined where nobody asked or answered. */
const sameIn = (data: FormData): boolean | undefined => {
  const said = choice(data, 'isSame');
  return said === undefined ? undefined : said === 'yes';
};

function CheckForm({ row, call, onDone }: Props) {
  const form = useGovForm({
    contract: async () => (await import('../../contracts/group-checks.ts')).check,
    read: (data) => ({ how: choice(data, 'how'), note: text(data, 'note'), isSame: sameIn(data) }),
    send: (endpoint, body, key) => call(endpoint, { params: { groupId: row.id }, body, key }),
    done: () => onDone(words.done(row.groupName)),
  });
  return (
    <GovForm form={form} submit={words.submit}>
      <Radios
        id={`how-${row.id}`}
        name="how"
        legend={words.what}
        legendSize="s"
        small
        error={form.errorFor('how')}
        items={items(words.hows)}
      />
      {row.twinFrom !== null && (
        <Radios
          id={`isSame-${row.id}`}
          name="isSame"
          legend={words.same}
          legendSize="s"
          small
          error={form.errorFor('isSame')}
          items={items(words.sames)}
        />
      )}
      <Textarea id={`note-${row.id}`} name="note" label={words.note} rows={2} error={form.errorFor('note')} />
    </GovForm>
  );
}

function ReturnForm({ row, call, onDone }: Props) {
  const form = useGovForm({
    contract: async () => (await import('../../contracts/group-checks.ts')).goesBack,
    read: (data) => ({ reason: choice(data, 'reason'), note: '' }),
    send: (endpoint, body, key) => call(endpoint, { params: { groupId: row.id }, body, key }),
    done: () => onDone(words.returned(row.groupName)),
  });
  return (
    <GovForm form={form} submit={words.returnIt} look="warning">
      <Radios
        id={`reason-${row.id}`}
        name="reason"
        legend={words.reason}
        legendSize="s"
        small
        error={form.errorFor('reason')}
        items={items(words.reasons)}
      />
    </GovForm>
  );
}

/** A group that asks to be listed: what it says of itself, and two ways on. */
export const Check = (props: Props) => {
  const { row } = props;
  return (
    <>
      <p class="govuk-body">{row.happens}</p>
      {row.twin !== null && (
        <p class="govuk-body">
          <strong>{row.twinFrom === null ? words.twin : words.twinFrom(row.twinFrom)}</strong>{' '}
          <a class="govuk-link" href={`/groups/${row.twin}`}>
            {words.see}
          </a>
        </p>
      )}
      <SummaryList
        rows={[
          { key: words.when, value: `${row.when} (${row.outcode})` },
          { key: words.lead_, value: row.leadName },
          { key: words.mail, value: row.email },
        ]}
      />
      <p class="govuk-inset-text">{words.rule}</p>
      <CheckForm {...props} />
      <Details summary={words.back}>
        <ReturnForm {...props} />
      </Details>
    </>
  );
};
