import { type Attributes, type Content, classes, hasContent } from './markup.ts';

/** A link beside an answer. `hidden` finishes its sentence for people who only hear it: "Change" + "name". */
export type SummaryAction = {
  text: Content;
  href: string;
  hidden?: string | undefined;
  class?: string | undefined;
  attributes?: Attributes | undefined;
};

/** One link of a summary, with the hidden end of its sentence. */
export const ActionLink = ({ action, about }: { action: SummaryAction; about?: Content }) => (
  <a {...action.attributes} class={classes('govuk-link', action.class)} href={action.href}>
    {action.text}
    {(action.hidden || hasContent(about)) && (
      <span class="govuk-visually-hidden">
        {action.hidden && ` ${action.hidden}`}
        {hasContent(about) && <> ({about})</>}
      </span>
    )}
  </a>
);

type ActionsProps = { actions: readonly SummaryAction[]; about?: Content };

/** The links of a row: one alone, several as a list. */
export const SummaryActions = ({ actions, about }: ActionsProps) => {
  const [only, ...more] = actions;
  if (only !== undefined && more.length === 0) return <ActionLink action={only} about={about} />;
  return (
    <ul class="govuk-summary-list__actions-list">
      {actions.map((action) => (
        <li key={action.href} class="govuk-summary-list__actions-list-item">
          <ActionLink action={action} about={about} />
        </li>
      ))}
    </ul>
  );
};
