import { describedBy, Field, type FieldProps } from './form-group.tsx';
import { type Attributes, type Content, classes, hasContent } from './markup.ts';

export type TextareaProps = FieldProps & {
  /** What it starts with. */
  value?: string | undefined;
  rows?: number | undefined;
  spellcheck?: boolean | undefined;
  autocomplete?: string | undefined;
  class?: string | undefined;
  attributes?: Attributes | undefined;
  /** Shown under the box, inside the group. */
  after?: Content;
};

/** Several lines of text. */
export const Textarea = (props: TextareaProps) => (
  <Field field={props}>
    <textarea
      {...props.attributes}
      class={classes('govuk-textarea', hasContent(props.error) && 'govuk-textarea--error', props.class)}
      id={props.id}
      name={props.name ?? props.id}
      rows={props.rows ?? 5}
      spellcheck={props.spellcheck}
      disabled={props.disabled}
      aria-describedby={describedBy(props)}
      autocomplete={props.autocomplete}
      defaultValue={props.value ?? ''}
      onInput={props.onInput}
      onChange={props.onChange}
    />
    {props.after}
  </Field>
);
