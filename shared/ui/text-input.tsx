import { describedBy, Field, type FieldProps } from './form-group.tsx';
import { type Attributes, type Content, classes, hasContent } from './markup.ts';

export type TextInputProps = FieldProps & {
  /** What it starts with. What people type afterwards stays, also when the page draws itself again. */
  value?: string | number | undefined;
  type?: 'text' | 'email' | 'tel' | 'search' | 'password' | 'url' | 'number' | undefined;
  inputmode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email' | 'url' | 'search' | undefined;
  autocomplete?: string | undefined;
  autocapitalize?: 'none' | 'sentences' | 'words' | 'characters' | undefined;
  pattern?: string | undefined;
  spellcheck?: boolean | undefined;
  /** How many characters are expected, to suggest the length. */
  width?: 2 | 3 | 4 | 5 | 10 | 20 | 30 | undefined;
  prefix?: Content;
  suffix?: Content;
  class?: string | undefined;
  attributes?: Attributes | undefined;
};

const Affix = ({ side, children }: { side: 'prefix' | 'suffix'; children: Content }) =>
  hasContent(children) ? (
    <div class={`govuk-input__${side}`} aria-hidden="true">
      {children}
    </div>
  ) : null;

const Input = (props: TextInputProps) => (
  <input
    {...props.attributes}
    class={classes(
      'govuk-input',
      props.width && `govuk-input--width-${props.width}`,
      props.class,
      hasContent(props.error) && 'govuk-input--error',
    )}
    id={props.id}
    name={props.name ?? props.id}
    type={props.type ?? 'text'}
    defaultValue={props.value}
    disabled={props.disabled}
    spellcheck={props.spellcheck}
    aria-describedby={describedBy(props)}
    autocomplete={props.autocomplete}
    autocapitalize={props.autocapitalize}
    pattern={props.pattern}
    inputMode={props.inputmode}
    onInput={props.onInput}
    onChange={props.onChange}
  />
);

/** One line of text. */
export const TextInput = (props: TextInputProps) => {
  const wrapped = hasContent(props.prefix) || hasContent(props.suffix);
  return (
    <Field field={props}>
      {wrapped ? (
        <div class="govuk-input__wrapper">
          <Affix side="prefix">{props.prefix}</Affix>
          <Input {...props} />
          <Affix side="suffix">{props.suffix}</Affix>
        </div>
      ) : (
        <Input {...props} />
      )}
    </Field>
  );
};
