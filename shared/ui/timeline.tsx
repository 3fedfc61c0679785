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

/** One thing that happened. `by`: what follows the time, said whole. */
export const TimelineEntry = ({
  heading: Heading = 'h3',
  ...item
}: TimelineItem & Pick<TimelineProps, 'heading'>) => (
  <li class="timeline__item">
    <Heading class="timeline__title">{item.title}</Heading>
    <p class="timeline__when">
      <time dateTime={item.at}>{item.when}</time>
      {item.by}
    </p>
    {hasContent(item.children) && <div class="timeline__body">{item.children}</div>}
  </li>
);

/** What happened and who did it, in the order it is given. */
export const Timeline = ({ heading, ...props }: TimelineProps) => (
  <ol {...props.attributes} class={classes('timeline', props.class)} aria-label={props.label}>
    {props.items.map((item, index) => (
      <TimelineEntry
        key={index}
        {...item}
        {...(heading && { heading })}
        by={hasContent(item.by) && <> by {item.by}</>}
      />
    ))}
  </ol>
);
