import { type Content, classes, type HeadingTag, hasContent, type Outer } from './markup.ts';

export type CardProps = Outer & {
  title: Content;
  /** Where the title leads. */
  href?: string | undefined;
  heading?: HeadingTag;
  /** A line above the title, such as the kind of activity. */
  above?: Content;
  /** `strong` for what asks for something; `quiet` for what is past. */
  tone?: 'strong' | 'quiet' | undefined;
  children?: Content;
};

/** One of several things of the same kind: a result, a referral, a group. Thick at its left edge. */
export const Card = ({ heading: Heading = 'h2', ...props }: CardProps) => (
  <article {...props.attributes} class={classes('card', props.tone && `card--${props.tone}`, props.class)}>
    {hasContent(props.above) && <p class="card__above">{props.above}</p>}
    <Heading class="card__title">
      {props.href ? (
        <a class="govuk-link" href={props.href}>
          {props.title}
        </a>
      ) : (
        props.title
      )}
    </Heading>
    {props.children}
  </article>
);
