import { type Content, classes, type Outer } from './markup.ts';

export type WarningTextProps = Outer & { children: Content; spokenIcon?: string };

/** Something that goes wrong if it is missed. */
export const WarningText = (props: WarningTextProps) => (
  <div {...props.attributes} class={classes('govuk-warning-text', props.class)}>
    <span class="govuk-warning-text__icon" aria-hidden="true">
      !
    </span>{' '}
    <strong class="govuk-warning-text__text">
      <span class="govuk-visually-hidden">{props.spokenIcon ?? 'Warning'}</span> {props.children}
    </strong>
  </div>
);
