import { type Content, classes, type Outer } from './markup.ts';

export type BackLinkProps = Outer & { href: string; children?: Content };

/** The way back to the page before, above the heading. */
export const BackLink = (props: BackLinkProps) => (
  <a {...props.attributes} href={props.href} class={classes('govuk-back-link', props.class)}>
    {props.children ?? 'Back'}
  </a>
);
