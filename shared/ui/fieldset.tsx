import { type Content, classes, hasContent, type Outer, type TextSize } from './markup.ts';

export type LegendProps = {
  legend?: Content;
  legendSize?: TextSize | undefined;
  legendIsHeading?: boolean | undefined;
  legendClass?: string | undefined;
};
export type FieldsetProps = Outer &
  LegendProps & { children?: Content; role?: 'group' | undefined; describedBy?: string | undefined };

/** Several fields that answer one question, and the question. */
export const Fieldset = (props: FieldsetProps) => (
  <fieldset
    {...props.attributes}
    class={classes('govuk-fieldset', props.class)}
    role={props.role}
    aria-describedby={props.describedBy}
  >
    {hasContent(props.legend) && (
      <legend
        class={classes(
          'govuk-fieldset__legend',
          props.legendSize && `govuk-fieldset__legend--${props.legendSize}`,
          props.legendClass,
        )}
      >
        {props.legendIsHeading ? <h1 class="govuk-fieldset__heading">{props.legend}</h1> : props.legend}
      </legend>
    )}
    {props.children}
  </fieldset>
);
