import { type Content, classes, type Outer } from './markup.ts';

export type HintProps = Outer & { children: Content; id?: string | undefined };

/** A sentence that helps to answer; tied to its field by `aria-describedby`. */
export const Hint = (props: HintProps) => (
  <div {...props.attributes} id={props.id} class={classes('govuk-hint', props.class)}>
    {props.children}
  </div>
);
