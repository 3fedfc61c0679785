import { type Content, classes, type Outer } from './markup.ts';

export type DetailsProps = Outer & {
  summary: Content;
  children: Content;
  id?: string | undefined;
  open?: boolean;
};

/** Something some people need, opened by those who do. */
export const Details = (props: DetailsProps) => (
  <details
    {...props.attributes}
    id={props.id}
    class={classes('govuk-details', props.class)}
    open={props.open}
  >
    <summary class="govuk-details__summary">
      <span class="govuk-details__summary-text">{props.summary}</span>
    </summary>
    <div class="govuk-details__text">{props.children}</div>
  </details>
);
