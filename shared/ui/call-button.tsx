import { telHref } from '../text/en/format.ts';
import { type Content, classes, hasContent, type Outer } from './markup.ts';

export type CallButtonProps = Outer & {
  /** The number as people write it; it is always shown, for those who dial by hand. */
  phone: string;
  /** Where it rings; made from the number when left out. */
  href?: string | undefined;
  /** Whom it rings, e.g. "Ring Sam". */
  children: Content;
  /** When to ring best. */
  note?: Content;
  look?: 'secondary' | undefined;
};

const Handset = () => (
  <svg
    class="call-button__icon"
    width="20"
    height="20"
    viewBox="0 0 20 20"
    aria-hidden="true"
    focusable="false"
  >
    <path
      d="M3 2h4l2 5-2.5 1.5a10 10 0 0 0 5 5L13 11l5 2v4a1.5 1.5 0 0 1-1.5 1.5C9 18.5 1.5 11 1.5 3.5A1.5 1.5 0 0 1 3 2z"
      fill="currentColor"
    />
  </svg>
);

/** Rings a number on a phone, and shows it everywhere else. */
export const CallButton = (props: CallButtonProps) => (
  <div {...props.attributes} class={classes('call-button', props.class)}>
    <a
      class={classes('govuk-button call-button__link', props.look && 'govuk-button--secondary')}
      href={props.href ?? telHref(props.phone)}
    >
      <Handset />
      <span>
        {props.children} <span class="call-button__number">{props.phone}</span>
      </span>
    </a>
    {hasContent(props.note) && <p class="govuk-hint call-button__note">{props.note}</p>}
  </div>
);
