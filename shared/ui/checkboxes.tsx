import { type Choice, ChoiceItem, choiceId, type Divider } from './choice.tsx';
import { Fieldset, type LegendProps } from './fieldset.tsx';
import { describedBy, type FieldProps, FormGroup, HintAndError } from './form-group.tsx';
import { type Attributes, type Content, classes } from './markup.ts';

export type CheckboxesProps = LegendProps &
  Pick<FieldProps, 'name' | 'hint' | 'error' | 'describedBy' | 'groupClass' | 'onChange'> & {
    /** The id of the first tick box: what an error summary links to. */
    id: string;
    items: readonly (Choice | Divider)[];
    /** More to tick, drawn already. */
    more?: Content;
    /** The values ticked at the start. */
    values?: readonly string[] | undefined;
    small?: boolean;
    class?: string | undefined;
    attributes?: Attributes | undefined;
    fieldsetClass?: string | undefined;
    fieldsetAttributes?: Attributes | undefined;
    /** Left out for a single tick box, or where a fieldset around says the question. */
    fieldset?: boolean;
  };

const Items = (props: CheckboxesProps) => (
  <>
    <HintAndError id={props.id} hint={props.hint} error={props.error} />
    <div
      {...props.attributes}
      class={classes('govuk-checkboxes', props.small && 'govuk-checkboxes--small', props.class)}
    >
      {props.items.map((item, index) =>
        'divider' in item ? (
          <div key={item.divider} class="govuk-checkboxes__divider">
            {item.divider}
          </div>
        ) : (
          <ChoiceItem
            key={item.id ?? item.value}
            kind="checkboxes"
            id={item.id ?? choiceId(props.id, index)}
            name={props.name ?? props.id}
            choice={item}
            checked={item.checked ?? props.values?.includes(item.value) ?? false}
            describedBy={props.fieldset === false ? describedBy(props) : undefined}
            onChange={props.onChange}
          />
        ),
      )}
      {props.more}
    </div>
  </>
);

/** Tick any. */
export const Checkboxes = (props: CheckboxesProps) => (
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
