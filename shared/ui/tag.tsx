import { type Content, classes, type Outer } from './markup.ts';

export type TagColour =
  | 'grey'
  | 'green'
  | 'teal'
  | 'blue'
  | 'purple'
  | 'magenta'
  | 'red'
  | 'orange'
  | 'yellow';
export type TagProps = Outer & { children: Content; colour?: TagColour | undefined };

/** A short state in words; the colour only repeats what the words say. */
export const Tag = (props: TagProps) => (
  <strong
    {...props.attributes}
    class={classes('govuk-tag', props.colour && `govuk-tag--${props.colour}`, props.class)}
  >
    {props.children}
  </strong>
);
