import { type Content, classes, hasContent, type Outer } from './markup.ts';

export type ActionItem = { text: Content; href: string; hint?: Content };
export type ActionListProps = Outer & { items: readonly ActionItem[]; label?: string };

const Arrow = () => (
  <svg
    class="action-list__arrow"
    width="20"
    height="20"
    viewBox="0 0 20 20"
    aria-hidden="true"
    focusable="false"
  >
    <path d="M3 10h13M11 4.5l5.5 5.5-5.5 5.5" fill="none" stroke="currentColor" stroke-width="2.5" />
  </svg>
);

/** What can be done next, one link a line, large enough for a thumb. */
export const ActionList = (props: ActionListProps) => (
  <ul {...props.attributes} class={classes('action-list', props.class)} aria-label={props.label}>
    {props.items.map((item) => (
      <li key={item.href} class="action-list__item">
        <a class="action-list__link" href={item.href}>
          <Arrow />
          <span>{item.text}</span>
        </a>
        {hasContent(item.hint) && <p class="action-list__hint">{item.hint}</p>}
      </li>
    ))}
  </ul>
);
