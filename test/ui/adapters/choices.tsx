import { Checkboxes } from '#shared/ui/checkboxes.tsx';
import type { Choice, Divider } from '#shared/ui/choice.tsx';
import { DateInput, type DatePart } from '#shared/ui/date-input.tsx';
import type { Attributes } from '#shared/ui/markup.ts';
import { Radios } from '#shared/ui/radios.tsx';
import {
  type Adapter,
  adapter,
  because,
  besidesSize,
  content,
  type Label,
  type Labelled,
  sizeOf,
} from '../fixture.tsx';
import { type FieldOptions, field } from './fields.tsx';

type Fieldset = { legend?: Label; classes?: string; attributes?: Attributes; describedBy?: string };
type Item = Labelled & {
  value: string | number;
  id?: string;
  name?: string;
  divider?: string;
  hint?: Labelled;
  label?: Labelled;
  checked?: boolean;
  disabled?: boolean;
  conditional?: { html?: string | false };
};
type ChoiceOptions = Omit<FieldOptions, 'value'> & {
  idPrefix?: string;
  items: (Item | null | false)[];
  fieldset?: Fieldset;
  value?: string | number;
  values?: (string | number)[];
};
type Part = { name?: string; error?: boolean; label?: string; classes?: string; autocomplete?: string };
type DateOptions = Omit<FieldOptions, 'name'> & {
  id: string;
  namePrefix?: string;
  fieldset?: Fieldset;
  values?: Record<string, string | number>;
  items?: Part[];
} & Partial<Record<DatePart, Part>>;

const choiceOf = (item: Item): Choice | Divider =>
  item.divider === undefined
    ? {
        value: String(item.value),
        text: content(item),
        hint: content(item.hint),
        id: item.id,
        name: item.name,
        checked: item.checked,
        disabled: item.disabled,
        labelClass: item.label?.classes,
        attributes: item.attributes,
        conditional: item.conditional?.html ? content({ html: item.conditional.html }) : undefined,
      }
    : { divider: item.divider };

const isItem = (item: Item | null | false): item is Item => item !== null && typeof item === 'object';

const group = (o: ChoiceOptions) => ({
  ...field({ ...o, value: undefined }),
  id: o.idPrefix ?? o.name,
  describedBy: o.fieldset?.describedBy ?? o.describedBy,
  fieldset: o.fieldset !== undefined,
  fieldsetClass: o.fieldset?.classes,
  fieldsetAttributes: o.fieldset?.attributes,
  legend: content(o.fieldset?.legend),
  legendSize: sizeOf(o.fieldset?.legend?.classes),
  legendClass: besidesSize(o.fieldset?.legend?.classes),
  legendIsHeading: o.fieldset?.legend?.isPageHeading,
  items: o.items.filter(isItem).map(choiceOf),
});

const PARTS: readonly DatePart[] = ['day', 'month', 'year'];

const isMarked = (part: Part | undefined) =>
  part?.error === true || part?.classes?.includes('govuk-input--error') === true;

/** The parts to mark: those named, or all but those left out; nothing said means our own default. */
function wrongParts(parts: readonly (readonly [DatePart, Part | undefined])[]) {
  const marked = parts.filter(([, part]) => isMarked(part));
  const some = marked.length > 0 ? marked : parts.filter(([, part]) => part?.error !== false);
  return marked.length > 0 || some.length < parts.length ? { wrong: some.map(([name]) => name) } : {};
}

function dateProps(o: DateOptions) {
  const parts = PARTS.map((part) => [part, o[part] ?? o.items?.find(({ name }) => name === part)] as const);
  const prefix = o.namePrefix === undefined ? '' : `${o.namePrefix}-`;
  const given = parts.map(([part]) => [part, o.values?.[prefix + part] ?? o.values?.[part]] as const);
  return {
    value: Object.fromEntries(given.flatMap(([part, value]) => (value ? [[part, String(value)]] : []))),
    labels: Object.fromEntries(parts.flatMap(([name, part]) => (part?.label ? [[name, part.label]] : []))),
    ...wrongParts(parts),
    ...(parts[0]?.[1]?.autocomplete === 'bday-day' && { autocomplete: 'bday' as const }),
  };
}

const LABEL = 'The label of a choice takes classes only.';
const HOLES = 'Nothing in a list means nothing: the ids of what follows count from what is there.';
const EXCLUSIVE = 'A choice that unticks the others needs a script; ask another question instead.';
const THREE_PARTS =
  'A date always has the parts day, month and year, with the ids, names and boxes we give them.';

/** Questions of several controls. */
export const choiceAdapters: readonly Adapter[] = [
  adapter<ChoiceOptions>({
    component: 'radios',
    draw: (o) => (
      <Radios {...group(o)} value={o.value === undefined || o.value === null ? undefined : String(o.value)} />
    ),
    unsupported: { 'label with attributes': LABEL, 'with falsy items': HOLES },
  }),
  adapter<ChoiceOptions>({
    component: 'checkboxes',
    draw: (o) => <Checkboxes {...group(o)} values={o.values?.map(String)} />,
    unsupported: {
      'label with attributes': LABEL,
      'with falsy values': HOLES,
      'with divider and None': EXCLUSIVE,
      'with divider, None and conditional items': EXCLUSIVE,
      'small with divider and None': EXCLUSIVE,
    },
  }),
  adapter<DateOptions>({
    component: 'date-input',
    draw: (o) => {
      const { id, hint, error, groupClass, class: classes, attributes } = field({ ...o, name: o.id });
      const legend = o.fieldset?.legend;
      return (
        <DateInput
          {...{ id, hint, error, groupClass, attributes }}
          {...dateProps(o)}
          class={classes}
          namePrefix={o.namePrefix}
          fieldset={o.fieldset !== undefined}
          describedBy={o.fieldset?.describedBy}
          legend={content(legend)}
          legendSize={sizeOf(legend?.classes)}
          legendClass={besidesSize(legend?.classes)}
          legendIsHeading={legend?.isPageHeading}
        />
      );
    },
    unsupported: because(THREE_PARTS, [
      'with values, name prefix and custom names',
      'day and month',
      'day and month (using items)',
      'month and year',
      'month and year (using items)',
      'custom pattern',
      'custom inputmode',
      'with nested name',
      'with id on items',
      'with item value',
      'with field value',
      'with field value and items',
      'with field value and item value',
      'with field value, item value and values',
      'with field value overriding values',
      'items with classes',
      'with input attributes',
    ]),
  }),
];
