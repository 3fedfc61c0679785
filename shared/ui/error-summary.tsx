import { type Attributes, type Content, classes, type HeadingTag, type Outer } from './markup.ts';

/** One answer to look at again. `href` is `#` and the id of the field; left out for what belongs to no field. */
export type SummaryError = { text: Content; href?: string | undefined; attributes?: Attributes | undefined };
export type ErrorSummaryProps = Outer & {
  errors: readonly SummaryError[];
  title?: Content;
  heading?: HeadingTag;
  children?: Content;
};

/** The list of answers to look at again, at the top of the page. Whoever shows it moves the focus to it. */
export const ErrorSummary = ({
  title = 'Check your answers',
  heading: Heading = 'h2',
  ...props
}: ErrorSummaryProps) => (
  <div {...props.attributes} class={classes('govuk-error-summary', props.class)} tabIndex={-1}>
    <div role="alert">
      <Heading class="govuk-error-summary__title">{title}</Heading>
      <div class="govuk-error-summary__body">
        {props.children && <p>{props.children}</p>}
        {props.errors.length > 0 && (
          <ul class="govuk-list govuk-error-summary__list">
            {props.errors.map(({ text, href, attributes }, index) => (
              <li key={href ?? index}>
                {href ? (
                  <a {...attributes} href={href}>
                    {text}
                  </a>
                ) : (
                  text
                )}
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  </div>
);
