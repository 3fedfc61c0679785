import { type Content, classes, type Outer } from './markup.ts';

export type LinkButtonProps = Outer & {
  children: Content;
  href: string;
  look?: 'secondary' | 'warning' | 'inverse';
  /** The one main way into a task: larger, with an arrow. */
  start?: boolean;
  id?: string;
};

const Arrow = () => (
  <svg
    class="govuk-button__start-icon"
    width="16"
    height="18"
    viewBox="0 0 16 18"
    aria-hidden="true"
    focusable="false"
  >
    <path d="M3 1l9 8-9 8" fill="none" stroke="currentColor" stroke-width="3" />
  </svg>
);

/** A link that looks like a button, for the main step onwards. It goes somewhere and changes nothing. */
export const LinkButton = (props: LinkButtonProps) => (
  <a
    {...props.attributes}
    href={props.href}
    id={props.id}
    draggable={false}
    class={classes(
      'govuk-button',
      props.look && `govuk-button--${props.look}`,
      props.start && 'govuk-button--start',
      props.class,
    )}
  >
    {props.children}
    {props.start && (
      <>
        {' '}
        <Arrow />
      </>
    )}
  </a>
);
