import { addDays, dayOf, startOf } from '#shared/model/civil-time.ts';
import type { Instant } from '#shared/model/dates.ts';
import type { Grant } from '#shared/model/grant.ts';
import { FRESH_DAYS } from './in-time.ts';

type Dated = Pick<Grant, 'status' | 'sourceCheckedAt' | 'lastChangedAt' | 'openFrom' | 'closesAt' | 'rounds'>;

/** Why a fund has to be looked at: somebody doubts it, it has closed, or it was last compared too long ago. */
export type WhyRecheck = 'doubted' | 'closed' | 'old';

/**
 * From when a shown fund has to be compared with its source again, and why: at once when it is doubted;
 * when it closes, so that it is renewed or withdrawn; and when 90 days have passed, unless it was compared
 * since it opened. Null for what nobody is shown.
 */
export function recheckDue(grant: Dated): { at: Instant; why: WhyRecheck } | null {
  const { status, closesAt, openFrom, rounds, sourceCheckedAt } = grant;
  if (status === 'unverified') return { at: grant.lastChangedAt, why: 'doubted' };
  if (status !== 'published') return null;
  const checked = dayOf(sourceCheckedAt);
  const lastRound = rounds.toSorted().at(-1);
  const closes = closesAt ?? (lastRound === undefined ? null : startOf(addDays(lastRound, 1)));
  const sinceOpened = closesAt !== null && openFrom !== null && checked >= openFrom;
  const old = sinceOpened ? null : startOf(addDays(checked, FRESH_DAYS + 1));
  if (closes !== null && (old === null || closes <= old)) return { at: closes, why: 'closed' };
  return old === null ? null : { at: old, why: 'old' };
}
