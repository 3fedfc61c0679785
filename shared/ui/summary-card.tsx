import { type Content, classes, type HeadingTag, hasContent, type Outer } from './markup.ts';
import { ActionLink, type SummaryAction } from './summary-actions.tsx';

export type SummaryCardProps = Outer & {
  title: Content;
  heading?: HeadingTag;
  actions?: readonly SummaryAction[] | undefined;
  children: Content;
};

const CardActions = ({ actions, title }: { actions: readonly SummaryAction[]; title: Content }) => {
  const [only, ...more] = actions;
  if (only === undefined) return null;
  if (more.length === 0) {
    return (
      <div class="govuk-summary-card__actions">
        <ActionLink action={only} about={title} />
      </div>
    );
  }
  return (
    <ul class="govuk-summary-card__actions">
      {actions.map((action) => (
        <li key={action.href} class="govuk-summary-card__action">
          <ActionLink action={action} about={title} />
        </li>
      ))}
    </ul>
  );
};

/** A frame around one summary list among several, with its own heading and links. */
export const SummaryCard = ({ heading: Heading = 'h2', ...props }: SummaryCardProps) => (
  <div {...props.attributes} class={classes('govuk-summary-card', props.class)}>
    <div class="govuk-summary-card__title-wrapper">
      {hasContent(props.title) && <Heading class="govuk-summary-card__title">{props.title}</Heading>}
      {props.actions && <CardActions actions={props.actions} title={props.title} />}
    </div>
    <div class="govuk-summary-card__content">{props.children}</div>
  </div>
);
