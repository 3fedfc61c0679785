import { type Content, classes, type HeadingTag, type Outer } from './markup.ts';

export type FilterPanelProps = Outer & {
  title: Content;
  heading?: HeadingTag;
  /** What is chosen now, each with the way to drop it. */
  chosen?: readonly { text: string; dropHref: string }[];
  /** Open at the start on a phone. A wide screen always shows it. */
  open?: boolean;
  children: Content;
};

const Chosen = ({ items }: { items: readonly { text: string; dropHref: string }[] }) => (
  <ul class="filter-panel__chosen" aria-label="Chosen now">
    {items.map(({ text, dropHref }) => (
      <li key={dropHref}>
        <a class="filter-panel__drop" href={dropHref}>
          <span class="govuk-visually-hidden">Take away </span>
          {text}
          <span aria-hidden="true"> ×</span>
        </a>
      </li>
    ))}
  </ul>
);

/** Answers that narrow a list. Folded on a phone so that the list comes first. */
export const FilterPanel = ({ heading: Heading = 'h2', chosen = [], ...props }: FilterPanelProps) => (
  <div {...props.attributes} class={classes('filter-panel', props.class)}>
    {chosen.length > 0 && <Chosen items={chosen} />}
    <details class="filter-panel__details" open={props.open}>
      <summary class="filter-panel__summary">
        <Heading class="filter-panel__title">{props.title}</Heading>
      </summary>
      <div class="filter-panel__body">{props.children}</div>
    </details>
  </div>
);
