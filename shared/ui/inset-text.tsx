import { type Content, classes, type Outer } from './markup.ts';

export type InsetTextProps = Outer & { children: Content; id?: string | undefined };

/** Words set apart from the rest: a quotation, an example, what somebody wrote. */
export const InsetText = (props: InsetTextProps) => (
  <div {...props.attributes} id={props.id} class={classes('govuk-inset-text', props.class)}>
    {props.children}
  </div>
);
