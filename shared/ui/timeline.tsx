import type { Instant } from '../model/dates.ts';
import { type Content, classes, type HeadingTag, hasContent, type Outer } from './markup.ts';

export type TimelineItem = {
  title: Content;
  at: Instant;
  /** The time in words, as the reader should see it. */
  when: string;
  by?: Content;
  /** What was said or given with it. */
  children?: Content;
};
export type TimelineProps = Outer & { items: readonly TimelineItem[]; heading?: HeadingTag; label?: string };

/** What happened and who did it, in the order it is given. */
export const Timeline = ({ heading: Heading = 'h3', ...props }: TimelineProps) => (
  <ol {...props.attributes} class={classes('timeline', props.class)} aria-label={props.label}>
    {props.items.map((item, index) => (
      <li key={index} class="timeline__item">
        <Heading class="timeline__title">{item.title}</Heading>
        <p class="timeline__when">
          <time dateTime={item.at}>{item.when}</time>
          {hasContent(item.by) && <> by {item.by}</>}
        </p>
        {hasContent(item.children) && <div class="timeline__body">{item.children}</div>}
      </li>
    ))}
  </ol>
);
