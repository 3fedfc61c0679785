import { CharacterCount } from '#shared/ui/character-count.tsx';
import type { Attributes } from '#shared/ui/markup.ts';
import { Select } from '#shared/ui/select.tsx';
import { TextInput } from '#shared/ui/text-input.tsx';
import { Textarea } from '#shared/ui/textarea.tsx';
import {
  type Adapter,
  adapter,
  because,
  besidesSize,
  content,
  type Group,
  type Label,
  type Labelled,
  sizeOf,
} from '../fixture.tsx';

export type FieldOptions = {
  id?: string;
  name: string;
  label?: Label;
  hint?: Labelled;
  errorMessage?: Labelled;
  describedBy?: string;
  classes?: string;
  attributes?: Attributes;
  formGroup?: Group;
  disabled?: boolean;
  value?: string;
  spellcheck?: boolean;
  autocomplete?: string;
};
type InputOptions = FieldOptions & {
  type?: 'text' | 'number' | 'password';
  inputmode?: 'numeric';
  autocapitalize?: 'none';
  pattern?: string;
  prefix?: Labelled;
  suffix?: Labelled;
};
type Item = { value?: string; text: string; selected?: boolean; disabled?: boolean; attributes?: Attributes };
type CountOptions = FieldOptions & { maxlength?: number; rows?: number };

/** What every field takes, from the options govuk-frontend gives. */
export const field = (o: FieldOptions) => ({
  id: o.id ?? o.name,
  name: o.name,
  label: content(o.label),
  labelSize: sizeOf(o.label?.classes),
  labelClass: besidesSize(o.label?.classes),
  labelIsHeading: o.label?.isPageHeading,
  hint: content(o.hint),
  error: content(o.errorMessage),
  describedBy: o.describedBy,
  groupClass: o.formGroup?.classes,
  disabled: o.disabled,
  class: o.classes,
  attributes: o.attributes,
});

const AFFIX = 'A prefix or suffix takes no classes or attributes: it is one short word.';
/** What our own script counts by, and says aloud (site/src/lib/count-characters.ts). */
const OWN_SCRIPT = 'our own script counts, and says aloud how much is left';
const NO_SCRIPT =
  'We count characters up to one bound, in our own words; no script reads them from attributes.';

/** Fields of one control. */
export const fieldAdapters: readonly Adapter[] = [
  adapter<InputOptions>({
    component: 'input',
    draw: ({ type, inputmode, ...o }) => (
      <TextInput
        {...field(o)}
        type={type}
        inputmode={inputmode}
        value={o.value}
        spellcheck={o.spellcheck}
        autocomplete={o.autocomplete}
        autocapitalize={o.autocapitalize}
        pattern={o.pattern}
        prefix={content(o.prefix)}
        suffix={content(o.suffix)}
      />
    ),
    unsupported: {
      'with prefix with classes': AFFIX,
      'with prefix with attributes': AFFIX,
      'with suffix with classes': AFFIX,
      'with suffix with attributes': AFFIX,
      'with customised input wrapper': 'The wrapper is ours to draw.',
    },
  }),
  adapter<FieldOptions & { rows?: number }>({
    component: 'textarea',
    draw: (o) => (
      <Textarea
        {...field(o)}
        value={o.value}
        rows={o.rows}
        spellcheck={o.spellcheck}
        autocomplete={o.autocomplete}
      />
    ),
  }),
  adapter<CountOptions>({
    component: 'character-count',
    draw: (o) => (
      <CharacterCount
        {...field(o)}
        max={o.maxlength ?? 0}
        value={o.value}
        rows={o.rows}
        spellcheck={o.spellcheck}
      />
    ),
    unsupported: because(NO_SCRIPT, [
      'with maxwords',
      "with count type 'length'",
      "with count type 'characters'",
      "with count type 'characters' and value",
      "with count type 'characters' and error message",
      "with count type 'characters' and threshold",
      "with count type 'words'",
      "with count type 'words' and value",
      "with count type 'words' and error message",
      "with count type 'words' and threshold",
      'with threshold',
      'with custom textarea description',
      'custom classes on countMessage',
      'to configure in JavaScript',
      'with neither maxlength nor maxwords set',
      'with neither maxlength, maxwords nor textarea description set',
      'with translations',
    ]),
    ignore: { 'data-maxlength': NO_SCRIPT, 'data-max': OWN_SCRIPT, 'data-count': OWN_SCRIPT },
    besides: {
      '<div class="govuk-visually-hidden" aria-live="polite" data-count="spoken"></div>': OWN_SCRIPT,
    },
  }),
  adapter<FieldOptions & { items?: (Item | null)[] }>({
    component: 'select',
    draw: (o) => (
      <Select
        {...field(o)}
        value={o.value === undefined ? undefined : String(o.value)}
        items={(o.items ?? [])
          .filter((item) => item !== null && typeof item === 'object')
          .map((item) => ({ ...item, ...(item.value !== undefined && { value: String(item.value) }) }))}
      />
    ),
  }),
];
