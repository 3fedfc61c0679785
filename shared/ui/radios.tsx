import { type Choice, ChoiceItem, choiceId, type Divider } from './choice.tsx';
import { Fieldset, type LegendProps } from './fieldset.tsx';
import { describedBy, type FieldProps, FormGroup, HintAndError } from './form-group.tsx';
import { type Attributes, type Content, classes } from './markup.ts';

export type RadiosProps = LegendProps &
  Pick<FieldProps, 'name' | 'hint' | 'error' | 'describedBy' | 'groupClass' | 'onChange'> & {
    /** The id of the first radio button: what an error summary links to. */
    id: string;
    items: readonly (Choice | Divider)[];
    /** Choices before these, drawn already. */
    before?: Content;
    /** The value chosen at the start. */
    value?: string | undefined;
    inline?: boolean;
    small?: boolean;
    class?: string | undefined;
    attributes?: Attributes | undefined;
    fieldsetClass?: string | undefined;
    fieldsetAttributes?: Attributes | undefined;
    /** Left out only where a fieldset around says the question. */
    fieldset?: boolean;
  };

const isChecked = (choice: Choice, value: string | undefined) =>
  choice.checked ?? (value !== undefined && value !== '' && choice.value === value);

const Items = (props: RadiosProps) => (
  <>
    <HintAndError id={props.id} hint={props.hint} error={props.error} />
    <div
      {...props.attributes}
      class={classes(
        'govuk-radios',
        props.inline && 'govuk-radios--inline',
        props.small && 'govuk-radios--small',
        props.class,
      )}
    >
      {props.before}
      {props.items.map((item, index) =>
        'divider' in item ? (
          <div key={item.divider} class="govuk-radios__divider">
            {item.divider}
          </div>
        ) : (
          <ChoiceItem
            key={item.value}
            kind="radios"
            id={item.id ?? choiceId(props.id, index)}
            name={props.name ?? props.id}
            choice={item}
            checked={isChecked(item, props.value)}
            onChange={props.onChange}
          />
        ),
      )}
    </div>
  </>
);

/** Choose one. */
export const Radios = (props: RadiosProps) => (
  <FormGroup error={props.error} class={props.groupClass}>
    {props.fieldset === false ? (
      <Items {...props} />
    ) : (
      <Fieldset
        legend={props.legend}
        legendSize={props.legendSize}
        legendIsHeading={props.legendIsHeading}
        legendClass={props.legendClass}
        class={props.fieldsetClass}
        attributes={props.fieldsetAttributes}
        describedBy={describedBy(props)}
      >
        <Items {...props} />
      </Fieldset>
    )}
  </FormGroup>
);
