import { Hint } from './hint.tsx';
import { Label } from './label.tsx';
import { type Attributes, type Content, classes, hasContent, idList } from './markup.ts';

/** One thing to choose. `conditional` is shown only while it is chosen (by the style sheet, without script). */
export type Choice = {
  value: string;
  text: Content;
  hint?: Content;
  id?: string | undefined;
  name?: string | undefined;
  checked?: boolean | undefined;
  disabled?: boolean | undefined;
  conditional?: Content;
  labelClass?: string | undefined;
  attributes?: Attributes | undefined;
};
/** A word between choices, such as "or". */
export type Divider = { divider: string };

/** The id of the nth choice: the group's own for the first, so that an error summary can link to it. */
export const choiceId = (prefix: string, index: number) => (index === 0 ? prefix : `${prefix}-${index + 1}`);

export type ChoiceItemProps = {
  kind: 'radios' | 'checkboxes';
  id: string;
  name: string;
  choice: Choice;
  checked: boolean;
  describedBy?: string | undefined;
  onChange?: ((event: Event) => void) | undefined;
};

/** One radio button or tick box with its label, hint and what it opens. */
export const ChoiceItem = ({ kind, id, name, choice, checked, ...rest }: ChoiceItemProps) => {
  const block = `govuk-${kind}`;
  const hintId = `${id}-item-hint`;
  const opens = hasContent(choice.conditional);
  return (
    <>
      <div class={`${block}__item`}>
        <input
          {...choice.attributes}
          class={`${block}__input`}
          id={id}
          name={choice.name ?? name}
          type={kind === 'radios' ? 'radio' : 'checkbox'}
          value={choice.value}
          defaultChecked={checked}
          disabled={choice.disabled}
          data-aria-controls={opens ? `conditional-${id}` : undefined}
          aria-describedby={idList(rest.describedBy, hasContent(choice.hint) && hintId)}
          onChange={rest.onChange}
        />
        <Label for={id} class={classes(`${block}__label`, choice.labelClass)}>
          {choice.text}
        </Label>
        {hasContent(choice.hint) && (
          <Hint id={hintId} class={`${block}__hint`}>
            {choice.hint}
          </Hint>
        )}
      </div>
      {opens && (
        <div
          class={classes(`${block}__conditional`, !checked && `${block}__conditional--hidden`)}
          id={`conditional-${id}`}
        >
          {choice.conditional}
        </div>
      )}
    </>
  );
};
