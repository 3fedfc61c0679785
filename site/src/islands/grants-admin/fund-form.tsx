import { grantChange, type KeptGrant } from '#shared/api/grants.ts';
import { dayOf } from '#shared/model/civil-time.ts';
import type { Criterion, GrantWritten } from '#shared/model/grant.ts';
import { fundingTypes, grantLegalForms, grantQuestions } from '#shared/text/en/grant-questions.ts';
import { grantsAdmin } from '#shared/text/en/grants-admin.ts';
import { Button } from '#shared/ui/button.tsx';
import { CharacterCount } from '#shared/ui/character-count.tsx';
import { Checkboxes } from '#shared/ui/checkboxes.tsx';
import { DateInput } from '#shared/ui/date-input.tsx';
import { Radios } from '#shared/ui/radios.tsx';
import { TextInput } from '#shared/ui/text-input.tsx';
import type { Call } from '../../lib/api.ts';
import { useGovForm } from '../../lib/form.ts';
import { items } from '../../lib/items.ts';
import { GovForm } from '../gov-form.tsx';
import { BLANK, closingTime, isPlain, PAPERS, readFund, writtenOf } from './read-fund.ts';

const words = grantsAdmin.fields;
type Council = { code: string; name: string };
type FieldsProps = { fund: GrantWritten; errorFor: (id: string) => string | undefined };

const About = ({ fund, errorFor }: FieldsProps) => (
  <>
    {(['title', 'funderName', 'sourceUrl'] as const).map((name) => (
      <TextInput
        key={name}
        id={name}
        label={words[name]}
        labelSize="s"
        value={fund[name]}
        error={errorFor(name)}
        autocomplete="off"
      />
    ))}
    <CharacterCount
      id="summary"
      label={words.summary}
      labelSize="s"
      hint={words.summaryHint}
      value={fund.summary}
      error={errorFor('summary')}
      max={600}
    />
    {(['min', 'max'] as const).map((name) => (
      <TextInput
        key={name}
        id={`amount-${name}`}
        label={words[name]}
        hint={words.optional}
        prefix="£"
        width={5}
        inputmode="numeric"
        value={fund.amount[name] ?? ''}
        error={errorFor(`amount-${name}`)}
      />
    ))}
    <Checkboxes
      id="fundingTypes"
      legend={words.fundingTypes}
      legendSize="s"
      small
      values={fund.fundingTypes}
      items={items(fundingTypes)}
      error={errorFor('fundingTypes')}
    />
  </>
);

function When({ fund, errorFor }: FieldsProps) {
  const [year, month, day] = fund.closesAt === null ? [] : dayOf(fund.closesAt).split('-').map(Number);
  return (
    <>
      <DateInput
        id="closesAt"
        namePrefix="closesAt"
        legend={words.closes}
        legendSize="s"
        hint={words.closesHint}
        value={{ day: String(day ?? ''), month: String(month ?? ''), year: String(year ?? '') }}
        error={errorFor('closesAt')}
      />
      <Radios
        id="time"
        legend={words.time}
        legendSize="s"
        small
        inline
        value={closingTime(fund.closesAt)}
        items={[...new Set(['12:00', '17:00', '23:59', closingTime(fund.closesAt)])].map((value) => ({
          value,
          text: value,
        }))}
      />
      <TextInput
        id="decisionWeeks"
        label={words.decisionWeeks}
        width={3}
        inputmode="numeric"
        value={fund.decisionWeeks ?? ''}
        error={errorFor('decisionWeeks')}
      />
    </>
  );
}

const find = <K extends Criterion['rule']['kind']>(plain: readonly Criterion[], kind: K) =>
  plain.flatMap(({ rule }) => (rule.kind === kind ? [rule as Extract<Criterion['rule'], { kind: K }>] : []));

const Rules = ({ fund, councils }: FieldsProps & { councils: readonly Council[] }) => {
  const plain = fund.criteria.filter(isPlain);
  const others = fund.criteria.filter((one) => !isPlain(one));
  const [income] = find(plain, 'income_at_most');
  return (
    <>
      <h2 class="govuk-heading-m">{words.rules}</h2>
      <Checkboxes
        id="forms"
        legend={words.forms}
        legendSize="s"
        hint={words.formsHint}
        small
        values={find(plain, 'legal_form').flatMap(({ oneOf }) => oneOf)}
        items={items(grantLegalForms)}
      />
      <TextInput
        id="income"
        label={words.income}
        hint={words.optional}
        prefix="£"
        width={10}
        inputmode="numeric"
        value={income?.pounds ?? ''}
      />
      <Checkboxes
        id="committee"
        legend={words.papers}
        legendSize="s"
        small
        items={[
          { value: 'yes', text: words.committee, checked: find(plain, 'committee').length > 0 },
          {
            value: 'yes',
            id: 'account',
            name: 'account',
            text: words.account,
            checked: find(plain, 'account').length > 0,
          },
          ...PAPERS.map((value) => ({
            value,
            id: `papers-${value}`,
            name: 'papers',
            text: grantQuestions[value].short,
            checked: find(plain, 'document').some(({ document }) => document === value),
          })),
        ]}
      />
      <Checkboxes
        id="councils"
        legend={words.councils}
        legendSize="s"
        small
        values={find(plain, 'council').flatMap(({ codes }) => codes)}
        items={councils.map(({ code, name }) => ({ value: code, text: name }))}
      />
      {others.length > 0 && (
        <>
          <p class="govuk-body">{words.kept}</p>
          <ul class="govuk-list govuk-list--bullet">
            {others.map(({ id, text }) => (
              <li key={id}>{text}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
};

type FormProps = {
  row: KeptGrant | undefined;
  councils: readonly Council[];
  call: Call;
  onSaved: (row: KeptGrant) => void;
  onBack: () => void;
};

/** Adds a fund or changes one; what the form does not ask stays as it was. */
export function FundForm({ row, councils, call, onSaved, onBack }: FormProps) {
  const fund = row === undefined ? BLANK : writtenOf(row.grant);
  const form = useGovForm({
    contract: async () => (await import('../../contracts/fund.ts')).fund,
    read: (data) => readFund(data, fund, councils),
    send: (endpoint, body, key) =>
      row === undefined
        ? call(endpoint, { body, key })
        : call(grantChange, {
            params: { grantId: row.grant.id },
            body: { version: row.version, grant: body },
            key,
          }),
    done: (reply) => reply !== undefined && onSaved(reply),
    messages: {
      'amount-min': grantsAdmin.numberProblem,
      decisionWeeks: grantsAdmin.weeksProblem,
    },
  });
  return (
    <>
      <h1 class="govuk-heading-l">{row === undefined ? grantsAdmin.add : row.grant.title}</h1>
      <GovForm
        form={form}
        submit={grantsAdmin.submit}
        beside={
          <Button type="button" look="secondary" onClick={onBack}>
            {grantsAdmin.back}
          </Button>
        }
      >
        <About fund={fund} errorFor={form.errorFor} />
        <When fund={fund} errorFor={form.errorFor} />
        <Rules fund={fund} errorFor={form.errorFor} councils={councils} />
        <Radios
          id="status"
          legend={words.status}
          legendSize="s"
          value={fund.status === 'unverified' ? 'published' : fund.status}
          items={items(words.statuses)}
          error={form.errorFor('status')}
        />
      </GovForm>
    </>
  );
}
