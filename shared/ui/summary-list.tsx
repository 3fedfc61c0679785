import { type Content, classes, hasContent, type Outer } from './markup.ts';
import { type SummaryAction, SummaryActions } from './summary-actions.tsx';

export type SummaryRow = {
  key: Content;
  value: Content;
  actions?: readonly SummaryAction[] | undefined;
  class?: string | undefined;
  keyClass?: string | undefined;
  valueClass?: string | undefined;
  actionsClass?: string | undefined;
};
export type SummaryListProps = Outer & {
  rows: readonly SummaryRow[];
  /** Said after each action to people who only hear it, when several lists stand on one page. */
  about?: Content;
};

type RowProps = { row: SummaryRow; about?: Content; someHaveActions?: boolean };

/** One question and its answer. */
export const SummaryListRow = ({ row, about, someHaveActions = false }: RowProps) => (
  <div
    class={classes(
      'govuk-summary-list__row',
      someHaveActions && !row.actions && 'govuk-summary-list__row--no-actions',
      row.class,
    )}
  >
    <dt class={classes('govuk-summary-list__key', row.keyClass)}>{row.key}</dt>
    <dd class={classes('govuk-summary-list__value', row.valueClass)}>{row.value}</dd>
    {row.actions !== undefined && row.actions.length > 0 && (
      <dd class={classes('govuk-summary-list__actions', row.actionsClass)}>
        <SummaryActions actions={row.actions} about={hasContent(about) ? about : undefined} />
      </dd>
    )}
  </div>
);

/** Questions and answers beside one another, with a way to change each. */
export const SummaryList = (props: SummaryListProps) => {
  const someHaveActions = props.rows.some((row) => (row.actions?.length ?? 0) > 0);
  return (
    <dl {...props.attributes} class={classes('govuk-summary-list', props.class)}>
      {props.rows.map((row, index) => (
        <SummaryListRow key={index} row={row} about={props.about} someHaveActions={someHaveActions} />
      ))}
    </dl>
  );
};
