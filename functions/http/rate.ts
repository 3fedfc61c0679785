import { secondOf } from '#functions/store/expiry.ts';
import { sessionKeys } from '#functions/store/keys.ts';
import type { Table } from '#functions/store/table.ts';
import type { RateClass } from '#shared/api/endpoint.ts';
import type { Instant } from '#shared/model/dates.ts';

/** At most `limit` calls in a window of `seconds`, counted in storage so that all functions share it. */
type Stored = { window: string; seconds: number; limit: number };
/** A bucket in the memory of one function: refills by `perMinute`, holds `burst`. A net, not a fence: the fence is the firewall. */
type Bucket = { perMinute: number; burst: number };

const HOUR = 3600;
const DAY = 24 * HOUR;

/** Limits of the classes that count in storage (decision 17). Windows are fixed and begin on the hour or day in UTC. */
export const STORED_LIMITS: Partial<Record<RateClass, readonly Stored[]>> = {
  referral_create: [
    { window: 'hour', seconds: HOUR, limit: 30 },
    { window: 'day', seconds: DAY, limit: 100 },
  ],
  reveal: [
    { window: 'hour', seconds: HOUR, limit: 40 },
    { window: 'day', seconds: DAY, limit: 120 },
  ],
  suggestion: [
    { window: 'hour', seconds: HOUR, limit: 10 },
    { window: 'day', seconds: DAY, limit: 30 },
  ],
  /** A whole council or hospital may sit behind one address: 400 sign-ins in five minutes; one account from it, 20. */
  sign_in: [{ window: 'five', seconds: 300, limit: 400 }],
};
/** How many groups may be entered from one network in an hour; answers that need another look do not count. */
export const REGISTRATIONS_PER_NETWORK: Stored = { window: 'hour', seconds: HOUR, limit: 3 };
/** How often one address is sent a link to confirm a group: whoever mistyped something can begin again. */
export const REGISTRATIONS_PER_ADDRESS: Stored = { window: 'day', seconds: DAY, limit: 3 };
export const SIGN_IN_PER_ACCOUNT: Stored = { window: 'five', seconds: 300, limit: 20 };

export const BUCKETS: Partial<Record<RateClass, Bucket>> = {
  public: { perMinute: 600, burst: 300 },
  signed_in: { perMinute: 240, burst: 120 },
  reports: { perMinute: 60, burst: 60 },
};

/** Seconds to wait, or undefined when the call is within its rate. */
export type Verdict = number | undefined;

/**
 * Counts one call in storage: all windows of a class stand in one item, so that a call costs one write. Throws
 * when storage does not answer, so that what it guards stays shut.
 */
export async function countStored(
  table: Table,
  asked: { rateClass: string; subject: string; limits: readonly Stored[]; now: Instant },
): Promise<Verdict> {
  const second = secondOf(asked.now);
  const windows = asked.limits.map(({ window, seconds, limit }) => ({
    attribute: `${window}${Math.floor((second % DAY) / seconds)}`,
    limit,
    endsIn: seconds - (second % seconds),
  }));
  const daily = asked.limits.some(({ seconds }) => seconds === DAY);
  const written = await table.write({
    kind: 'add',
    table: 'sessions',
    key: sessionKeys.rate(asked.rateClass, asked.subject, asked.now.slice(0, daily ? 10 : 13)),
    add: Object.fromEntries(windows.map(({ attribute }) => [attribute, 1])),
    set: { schema: 1, ttl: second + 2 * DAY },
    bound: windows.map(({ attribute, limit }) => ({ attribute, atMost: limit })),
    expected: 'any',
  });
  if (written.ok) return undefined;
  const counts = written.conflicts[0]?.item ?? {};
  const full = windows.filter(({ attribute, limit }) => Number(Object(counts)[attribute] ?? 0) >= limit);
  return Math.max(1, ...full.map(({ endsIn }) => endsIn));
}

/** The most callers one function remembers; beyond it the one unseen for longest is forgotten. */
const MAX_CALLERS = 10_000;

/** Buckets in memory, one a class and caller. Never fails: what it guards stays open. */
export function memoryBuckets() {
  const buckets = new Map<string, { tokens: number; at: number }>();
  return (rateClass: RateClass, subject: string, now: Instant): Verdict => {
    const limit = BUCKETS[rateClass];
    if (limit === undefined) return undefined;
    const name = `${rateClass}#${subject}`;
    const at = Date.parse(now);
    const before = buckets.get(name) ?? { tokens: limit.burst, at };
    const perMs = limit.perMinute / 60_000;
    const tokens = Math.min(limit.burst, before.tokens + Math.max(0, at - before.at) * perMs);
    buckets.delete(name);
    buckets.set(name, { tokens: tokens >= 1 ? tokens - 1 : tokens, at });
    if (buckets.size > MAX_CALLERS) buckets.delete(buckets.keys().next().value ?? '');
    return tokens >= 1 ? undefined : Math.max(1, Math.ceil((1 - tokens) / perMs / 1000));
  };
}
