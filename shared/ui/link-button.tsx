import { type Content, classes, type Outer } from './markup.ts';

export type LinkButtonProps = Outer & {
  children: Content;
  href: string;
  look?: 'secondary' | 'warning' | 'inverse';
  id?: string;
};

/** A link that looks like a button, for the main step onwards. It goes somewhere and changes nothing. */
export const LinkButton = (props: LinkButtonProps) => (
  <a
    {...props.attributes}
    href={props.href}
    id={props.id}
    draggable={false}
    class={classes('govuk-button', props.look && `govuk-button--${props.look}`, props.class)}
  >
    {props.children}
  </a>
);
