import { type Content, classes, type Outer } from './markup.ts';

export type SkipLinkProps = Outer & { href?: string; children?: Content };

/** The first thing the Tab key reaches: past the menu to the page itself. */
export const SkipLink = (props: SkipLinkProps) => (
  <a {...props.attributes} href={props.href ?? '#content'} class={classes('govuk-skip-link', props.class)}>
    {props.children ?? 'Skip to main content'}
  </a>
);
