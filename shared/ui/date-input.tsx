import { Fieldset, type LegendProps } from './fieldset.tsx';
import { describedBy, type FieldProps, FormGroup, HintAndError } from './form-group.tsx';
import { type Attributes, classes, hasContent } from './markup.ts';
import { TextInput } from './text-input.tsx';

export type DatePart = 'day' | 'month' | 'year';
export type DateInputProps = LegendProps &
  Pick<FieldProps, 'hint' | 'error' | 'describedBy' | 'groupClass' | 'onInput'> & {
    /** The id of the group; the parts are `{id}-day`, `{id}-month`, `{id}-year`. */
    id: string;
    /** The names they are sent under: `{namePrefix}-day` …; `day` … when left out. */
    namePrefix?: string | undefined;
    value?: Partial<Record<DatePart, string>> | undefined;
    /** The parts to mark when there is an error; all of them when left out. */
    wrong?: readonly DatePart[] | undefined;
    labels?: Partial<Record<DatePart, string>> | undefined;
    /** For a date of birth: `bday`. */
    autocomplete?: 'bday' | undefined;
    class?: string | undefined;
    attributes?: Attributes | undefined;
    fieldset?: boolean;
  };

const PARTS = [
  { part: 'day', label: 'Day', width: 2 },
  { part: 'month', label: 'Month', width: 2 },
  { part: 'year', label: 'Year', width: 4 },
] as const;

const Parts = (props: DateInputProps) => {
  const wrong = props.wrong ?? (hasContent(props.error) ? PARTS.map(({ part }) => part) : []);
  return (
    <>
      <HintAndError id={props.id} hint={props.hint} error={props.error} />
      <div {...props.attributes} class={classes('govuk-date-input', props.class)} id={props.id}>
        {PARTS.map(({ part, label, width }) => (
          <div key={part} class="govuk-date-input__item">
            <TextInput
              id={`${props.id}-${part}`}
              name={props.namePrefix ? `${props.namePrefix}-${part}` : part}
              label={props.labels?.[part] ?? label}
              labelClass="govuk-date-input__label"
              class={classes('govuk-date-input__input', wrong.includes(part) && 'govuk-input--error')}
              width={width}
              value={props.value?.[part]}
              inputmode="numeric"
              autocomplete={props.autocomplete && `${props.autocomplete}-${part}`}
              onInput={props.onInput}
            />
          </div>
        ))}
      </div>
    </>
  );
};

/** A day people know: three boxes, because typing beats a calendar. */
export const DateInput = (props: DateInputProps) => (
  <FormGroup error={props.error} class={props.groupClass}>
    {props.fieldset === false ? (
      <Parts {...props} />
    ) : (
      <Fieldset
        role="group"
        legend={props.legend}
        legendSize={props.legendSize}
        legendIsHeading={props.legendIsHeading}
        legendClass={props.legendClass}
        describedBy={describedBy(props)}
      >
        <Parts {...props} />
      </Fieldset>
    )}
  </FormGroup>
);
