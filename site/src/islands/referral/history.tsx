import type { TimelineEntry } from '#shared/api/referrals.ts';
import { dateAndTime } from '#shared/text/en/date-and-time.ts';
import { HistoryList } from './history.drawn.tsx';

/** What fills the story: newest first, the reason as the code of its event. */
export const entriesOf = (entries: readonly TimelineEntry[]) =>
  entries
    .toSorted((a, b) => b.at.localeCompare(a.at))
    .map(({ type, at, by, code }) => ({
      type,
      at,
      when: dateAndTime(at),
      by,
      reason: `${type}:${code}`,
    }));

/** What happened, newest first. */
export const History = ({ entries }: { entries: readonly TimelineEntry[] }) => (
  <HistoryList options={{ entries: entriesOf(entries) }} />
);
