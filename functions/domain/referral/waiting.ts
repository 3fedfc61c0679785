import type { Instant } from '#shared/model/dates.ts';
import type { Referral } from '#shared/model/referral.ts';
import type { WaitsFor } from '#shared/model/referral-care.ts';
import type { ReferralState } from '#shared/model/referral-state.ts';
import { closedAt } from './reading.ts';
import type { Side } from './relation.ts';
import { seeksElsewhere } from './seeking.ts';

type ByState = Partial<Record<ReferralState, WaitsFor>>;
/** What waits for each side at once. */
const AT_ONCE: Record<Side, ByState> = {
  sender: { info_needed: 'answer', handed_back: 'find_owner' },
  reader: { sent: 'decide' },
};
/** What waits for each side once it is due. */
const WHEN_DUE: Record<Side, ByState> = {
  sender: { sent: 'no_answer', waitlisted: 'still_waiting', accepted: 'first_visit', started: 'outcome' },
  reader: { waitlisted: 'decide_waiting', accepted: 'first_visit', started: 'outcome' },
};

/** What one side has to do about a referral now; null when it is the other's turn, or nothing is due yet. */
export function waitsFor(referral: Referral, side: Side, now: Instant): WaitsFor | null {
  const { state, dueAt, handedBack } = referral;
  if (side === 'sender' && seeksElsewhere(referral)) return 'find_elsewhere';
  if (state === 'handed_back' && (handedBack?.returning?.side ?? side) !== side) return 'agree_return';
  const late = dueAt !== null && dueAt <= now ? WHEN_DUE[side][state] : undefined;
  return AT_ONCE[side][state] ?? late ?? null;
}

/** Later than any deadline, earlier than none. */
const NEVER = '9';

/**
 * What a list is sorted by, as text: what waits before what does not; of that, who was handed back first, then
 * who cannot wait two weeks, then whose day comes (or came) first; at last the newest.
 */
export function urgencyOf(referral: Referral, side: Side, now: Instant): string {
  const waits = waitsFor(referral, side, now);
  const handed = waits === 'find_owner' || waits === 'agree_return';
  const soon = waits !== null && referral.priority === 'time_sensitive';
  const day = referral.dueAt ?? (waits === null ? NEVER : (closedAt(referral) ?? NEVER));
  const newest = String(Number.MAX_SAFE_INTEGER - Date.parse(referral.sentAt));
  return [waits === null ? 1 : 0, handed ? 0 : 1, soon ? 0 : 1, day, newest, referral.id].join('|');
}
