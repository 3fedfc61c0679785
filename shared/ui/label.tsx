import { type Content, classes, hasContent, type Outer, type TextSize } from './markup.ts';

export type LabelProps = Outer & {
  children: Content;
  for?: string | undefined;
  size?: TextSize | undefined;
  /** Makes the label the page's only h1, for a page that asks one question. */
  isHeading?: boolean | undefined;
};

/** The name of a field. */
export const Label = (props: LabelProps) => {
  if (!hasContent(props.children)) return null;
  const label = (
    <label
      {...props.attributes}
      class={classes('govuk-label', props.size && `govuk-label--${props.size}`, props.class)}
      for={props.for}
    >
      {props.children}
    </label>
  );
  return props.isHeading ? <h1 class="govuk-label-wrapper">{label}</h1> : label;
};
