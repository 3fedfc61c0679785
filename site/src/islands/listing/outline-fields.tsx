import type { Service } from '#shared/model/service.ts';
import { activities } from '#shared/text/en/activities.ts';
import { outlineForm as words } from '#shared/text/en/listing-form.ts';
import { needs } from '#shared/text/en/needs.ts';
import { Checkboxes } from '#shared/ui/checkboxes.tsx';
import type { Content } from '#shared/ui/markup.ts';
import { Select } from '#shared/ui/select.tsx';
import { TextInput } from '#shared/ui/text-input.tsx';
import { Textarea } from '#shared/ui/textarea.tsx';
import { codesOf, items } from '../../lib/items.ts';
import { poundsOf } from './read-listing.ts';

type FieldsProps = { service: Service | undefined; errorFor: (id: string) => string | undefined };

const What = ({ service, errorFor }: FieldsProps) => (
  <>
    <TextInput id="name" label={words.name} labelSize="s" value={service?.name} error={errorFor('name')} />
    <Select
      id="kind"
      label={words.kind}
      labelSize="s"
      value={service?.kind}
      items={[
        { value: '', text: words.chooseKind },
        ...codesOf(activities).map((value) => ({ value, text: activities[value] })),
      ]}
      error={errorFor('kind')}
    />
    <Checkboxes
      id="needs"
      legend={words.needs}
      legendSize="s"
      hint={words.needsHint}
      small
      items={items(needs)}
      values={service?.needs}
      error={errorFor('needs')}
    />
    {(['description', 'firstVisit'] as const).map((id) => (
      <Textarea
        key={id}
        id={id}
        label={words[id]}
        labelSize="s"
        hint={words[`${id}Hint`]}
        rows={4}
        value={service?.[id]}
        error={errorFor(id)}
      />
    ))}
  </>
);

const PARTS = { name: words.placeName, address: words.address, postcode: words.postcode } as const;

const Where = ({ service, errorFor }: FieldsProps) => (
  <>
    <h2 class="govuk-heading-m">{words.where}</h2>
    {(['name', 'address', 'postcode'] as const).map((part) => (
      <TextInput
        key={part}
        id={`place-${part}`}
        label={PARTS[part]}
        labelSize="s"
        width={part === 'postcode' ? 10 : undefined}
        value={service?.place[part]}
        error={errorFor(`place-${part}`)}
      />
    ))}
    <Checkboxes
      id="place-masked"
      fieldset={false}
      items={[
        { value: 'yes', text: words.masked, hint: words.maskedHint, checked: service?.place.masked === true },
      ]}
    />
  </>
);

const Cost = ({ service, errorFor }: FieldsProps) => (
  <>
    <TextInput
      id="cost-pence"
      label={words.cost}
      labelSize="s"
      hint={words.costHint}
      prefix="£"
      inputmode="decimal"
      width={5}
      value={poundsOf(service?.cost.pence ?? null)}
      error={errorFor('cost-pence')}
    />
    <TextInput
      id="cost-note"
      label={words.costNote}
      value={service?.cost.note}
      error={errorFor('cost-note')}
    />
  </>
);

/** The fields of an activity in the order people ask; its times come as children. */
export const OutlineFields = ({ children, ...props }: FieldsProps & { children: Content }) => (
  <>
    <What {...props} />
    {children}
    <Where {...props} />
    <Cost {...props} />
  </>
);
