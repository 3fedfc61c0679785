import type { Instant } from '#shared/model/dates.ts';

const DAY_SECONDS = 86_400;

/** The `ttl` (epoch seconds) of what ends at an instant: rounded up, so that nothing is gone before its time. */
export const ttlAt = (end: Instant): number => Math.ceil(Date.parse(end) / 1000);

/** The `ttl` (epoch seconds, rounded up) of what is kept so many days of 24 hours from an instant. */
export const ttlAfter = (from: Instant, days: number): number => ttlAt(from) + days * DAY_SECONDS;

/** The epoch second an instant falls in: of marks that give way at the very second they were set for. */
export const secondOf = (instant: Instant): number => Math.floor(Date.parse(instant) / 1000);
