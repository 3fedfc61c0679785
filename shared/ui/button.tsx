import { type Content, classes, type Outer } from './markup.ts';

export type ButtonProps = Outer & {
  children: Content;
  type?: 'submit' | 'button' | 'reset';
  look?: 'secondary' | 'warning' | 'inverse';
  id?: string;
  name?: string;
  value?: string;
  disabled?: boolean;
  onClick?: (event: Event) => void;
};

/** A button that does something. For going somewhere, use LinkButton or a link. */
export const Button = (props: ButtonProps) => (
  <button
    {...props.attributes}
    type={props.type ?? 'submit'}
    class={classes('govuk-button', props.look && `govuk-button--${props.look}`, props.class)}
    id={props.id}
    name={props.name}
    value={props.value}
    disabled={props.disabled}
    aria-disabled={props.disabled ? 'true' : undefined}
    onClick={props.onClick}
  >
    {props.children}
  </button>
);
