import { ErrorMessage } from './error-message.tsx';
import { Hint } from './hint.tsx';
import { Label } from './label.tsx';
import { type Content, classes, hasContent, idList, type TextSize } from './markup.ts';

/** What every single field takes. Its error has the id of the field with `-error`, its hint with `-hint`. */
export type FieldProps = {
  /** The id of the input itself: what an error summary links to. */
  id: string;
  /** The name it is sent under; the id when left out. */
  name?: string | undefined;
  label: Content;
  labelSize?: TextSize | undefined;
  labelIsHeading?: boolean | undefined;
  labelClass?: string | undefined;
  hint?: Content;
  error?: Content;
  /** Ids of further elements that describe the field. */
  describedBy?: string | undefined;
  disabled?: boolean | undefined;
  onInput?: ((event: Event) => void) | undefined;
  onChange?: ((event: Event) => void) | undefined;
  groupClass?: string | undefined;
};

/** The ids that describe a field, in reading order. */
export const describedBy = (field: Pick<FieldProps, 'id' | 'hint' | 'error' | 'describedBy'>) =>
  idList(
    field.describedBy,
    hasContent(field.hint) && `${field.id}-hint`,
    hasContent(field.error) && `${field.id}-error`,
  );

/** The hint and the error of a field or group of fields. */
export const HintAndError = ({ id, hint, error }: Pick<FieldProps, 'id' | 'hint' | 'error'>) => (
  <>
    {hasContent(hint) && <Hint id={`${id}-hint`}>{hint}</Hint>}
    {hasContent(error) && <ErrorMessage id={`${id}-error`}>{error}</ErrorMessage>}
  </>
);

type FrameProps = { error?: Content; class?: string | undefined; children: Content };

/** The frame around a question; red at its edge when the answer needs another look. */
export const FormGroup = (props: FrameProps) => (
  <div class={classes('govuk-form-group', hasContent(props.error) && 'govuk-form-group--error', props.class)}>
    {props.children}
  </div>
);

/** Label, hint and error around one input. */
export const Field = ({ field, children }: { field: FieldProps; children: Content }) => (
  <FormGroup error={field.error} class={field.groupClass}>
    <Label for={field.id} size={field.labelSize} isHeading={field.labelIsHeading} class={field.labelClass}>
      {field.label}
    </Label>
    <HintAndError id={field.id} hint={field.hint} error={field.error} />
    {children}
  </FormGroup>
);
