import { type Content, classes, type Outer } from './markup.ts';

export type ErrorMessageProps = Outer & { children: Content; id?: string | undefined; prefix?: string };

/** What to do about an answer that needs another look. Says "Error:" to people who only hear the page. */
export const ErrorMessage = ({ prefix = 'Error', ...props }: ErrorMessageProps) => (
  <p {...props.attributes} id={props.id} class={classes('govuk-error-message', props.class)}>
    {prefix && <span class="govuk-visually-hidden">{prefix}:</span>} {props.children}
  </p>
);
