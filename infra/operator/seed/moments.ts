import type { Day, Instant } from '#shared/model/dates.ts';

const DAY = 86_400_000;

/** An instant so many days before (negative: after) the moment of seeding. */
export const daysBefore = (now: Instant, days: number): Instant =>
  new Date(Date.parse(now) - days * DAY).toISOString();

/** The civil day so many days after (negative: before) the moment of seeding. */
export const dayAfter = (now: Instant, days: number): Day => daysBefore(now, -days).slice(0, 10);
