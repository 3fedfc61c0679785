import { type Content, classes, type HeadingTag, type Outer } from './markup.ts';

export type EmptyStateProps = Outer & { title: Content; heading?: HeadingTag; children?: Content };

/** A list with nothing in it: says why, and what can be done. Never a bare "no results". */
export const EmptyState = ({ heading: Heading = 'h2', ...props }: EmptyStateProps) => (
  <div {...props.attributes} class={classes('empty-state', props.class)}>
    <Heading class="empty-state__title">{props.title}</Heading>
    {props.children}
  </div>
);
