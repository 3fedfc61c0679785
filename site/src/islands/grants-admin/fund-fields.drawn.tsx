import { fundingTypes, grantLegalForms } from '#shared/text/en/grant-questions.ts';
import { grantsAdmin } from '#shared/text/en/grants-admin.ts';
import { paperNames } from '#shared/text/en/papers.ts';
import { CharacterCount } from '#shared/ui/character-count.tsx';
import { Checkboxes } from '#shared/ui/checkboxes.tsx';
import { ChoiceItem } from '#shared/ui/choice.tsx';
import { DateInput } from '#shared/ui/date-input.tsx';
import type { Content } from '#shared/ui/markup.ts';
import { Radios } from '#shared/ui/radios.tsx';
import { Select } from '#shared/ui/select.tsx';
import { TextInput } from '#shared/ui/text-input.tsx';
import { type FieldsProps, hole } from '../../lib/drawn-marks.ts';
import { items } from '../../lib/items.ts';
import { Each } from '../each.tsx';
import { When } from '../when.tsx';
import { PAPERS } from './papers.ts';

const words = grantsAdmin.fields;

const About = ({ errorFor }: FieldsProps) => (
  <>
    {(['title', 'funderName', 'sourceUrl'] as const).map((name) => (
      <TextInput
        key={name}
        id={name}
        label={words[name]}
        labelSize="s"
        error={errorFor(name)}
        autocomplete="off"
      />
    ))}
    <CharacterCount
      id="summary"
      label={words.summary}
      labelSize="s"
      hint={words.summaryHint}
      error={errorFor('summary')}
      rows={5}
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
        error={errorFor(`amount-${name}`)}
      />
    ))}
    <Checkboxes
      id="fundingTypes"
      legend={words.fundingTypes}
      legendSize="s"
      small
      items={items(fundingTypes)}
      error={errorFor('fundingTypes')}
    />
  </>
);

const Closing = ({ errorFor }: FieldsProps) => (
  <>
    <DateInput
      id="closesAt"
      namePrefix="closesAt"
      legend={words.closes}
      legendSize="s"
      hint={words.closesHint}
      error={errorFor('closesAt')}
    />
    <Select
      id="time"
      label={words.time}
      items={[]}
      more={
        <Each of="times">
          <option value={hole('value')}>{hole('text')}</option>
        </Each>
      }
    />
    <TextInput
      id="decisionWeeks"
      label={words.decisionWeeks}
      width={3}
      inputmode="numeric"
      error={errorFor('decisionWeeks')}
    />
  </>
);

const Rules = ({ kept }: { kept: Content }) => (
  <>
    <h2 class="govuk-heading-m">{words.rules}</h2>
    <Checkboxes
      id="forms"
      legend={words.forms}
      legendSize="s"
      hint={words.formsHint}
      small
      items={items(grantLegalForms)}
    />
    <TextInput
      id="income"
      label={words.income}
      hint={words.optional}
      prefix="£"
      width={10}
      inputmode="numeric"
    />
    <Checkboxes
      id="committee"
      legend={words.papers}
      legendSize="s"
      small
      items={[
        { value: 'yes', text: words.committee },
        { value: 'yes', id: 'account', name: 'account', text: words.account },
        ...PAPERS.map((value) => ({
          value,
          id: `papers-${value}`,
          name: 'papers',
          text: paperNames[value],
        })),
      ]}
    />
    <Checkboxes
      id="councils"
      legend={words.councils}
      legendSize="s"
      small
      items={[]}
      more={
        <Each of="councils">
          <ChoiceItem
            kind="checkboxes"
            id={`councils-${hole('value')}`}
            name="councils"
            choice={{ value: hole('value'), text: hole('text') }}
            checked={false}
          />
        </Each>
      }
    />
    <When is="kept">
      <p class="govuk-body">{words.kept}</p>
      <ul class="govuk-list govuk-list--bullet">{kept}</ul>
    </When>
  </>
);

/** Everything a coordinator says of a fund; `kept` are the rules this form cannot change. */
export const FundFields = ({ errorFor, kept }: FieldsProps & { kept: Content }) => (
  <>
    <About errorFor={errorFor} />
    <Closing errorFor={errorFor} />
    <Rules kept={kept} />
    <Radios
      id="status"
      legend={words.status}
      legendSize="s"
      items={items(words.statuses)}
      error={errorFor('status')}
    />
  </>
);
