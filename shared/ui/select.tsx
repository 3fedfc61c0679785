import { describedBy, Field, type FieldProps } from './form-group.tsx';
import { type Attributes, type Content, classes, hasContent } from './markup.ts';

export type SelectOption = {
  text: string;
  value?: string | undefined;
  selected?: boolean | undefined;
  disabled?: boolean | undefined;
  attributes?: Attributes | undefined;
};
export type SelectProps = FieldProps & {
  items: readonly SelectOption[];
  /** More to choose from, drawn already. */
  more?: Content;
  /** The value chosen at the start. */
  value?: string | undefined;
  class?: string | undefined;
  attributes?: Attributes | undefined;
};

const isSelected = (option: SelectOption, value: string | undefined) =>
  option.selected ?? (value !== undefined && value !== '' && (option.value ?? option.text) === value);

/** Choose one from a list, where radios would be too many. */
export const Select = (props: SelectProps) => (
  <Field field={props}>
    <select
      {...props.attributes}
      class={classes('govuk-select', hasContent(props.error) && 'govuk-select--error', props.class)}
      id={props.id}
      name={props.name ?? props.id}
      disabled={props.disabled}
      aria-describedby={describedBy(props)}
      onInput={props.onInput}
      onChange={props.onChange}
    >
      {props.items.map((option) => (
        <option
          {...option.attributes}
          key={option.value ?? option.text}
          value={option.value}
          selected={isSelected(option, props.value)}
          disabled={option.disabled}
        >
          {option.text}
        </option>
      ))}
      {props.more}
    </select>
  </Field>
);
