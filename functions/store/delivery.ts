import type { Instant } from '#shared/model/dates.ts';
import { MARKS_KEPT_HOURS } from './done.ts';
import { secondOf } from './expiry.ts';
import { eventKeys } from './keys.ts';
import type { Item, Table } from './table.ts';

/** Hours between two mails that can wait (decision 16): six and a half days, for the hour of the week wanders. */
export const ONCE_A_WEEK = 156;

/** One mail of one event to one address. `to` names whom, by id. */
export type Delivery = { eventId: string; to: string };

/** Longer than any sending takes; a sending begun longer ago died on the way. */
const SENDING_SECONDS = 120;

const keyOf = ({ eventId, to }: Delivery) => eventKeys.done(`mail#${to}`, eventId);

const markOf = (delivery: Delivery, now: Instant, state: 'sending' | 'sent'): Item => ({
  ...keyOf(delivery),
  schema: 1,
  state,
  since: secondOf(now),
  ttl: secondOf(now) + MARKS_KEPT_HOURS * 3600,
});

/**
 * Claims a mail before it is sent: `claimed` for exactly one caller at a time, `sent` when it has gone,
 * `busy` while another sends it. A claim whose holder died is given again after two minutes: such a mail
 * may arrive twice, which is better than a referral nobody hears of.
 */
export async function claim(
  table: Table,
  delivery: Delivery,
  now: Instant,
): Promise<'claimed' | 'sent' | 'busy'> {
  const item = markOf(delivery, now, 'sending');
  const first = await table.write({ kind: 'put', table: 'events', item, expected: 'absent' });
  if (first.ok) return 'claimed';
  const standing = first.conflicts[0]?.item;
  if (standing?.['state'] === 'sent') return 'sent';
  const since = Number(standing?.['since'] ?? 0);
  if (since > secondOf(now) - SENDING_SECONDS) return 'busy';
  const expected = { attribute: 'since', equals: since };
  const again = await table.write({ kind: 'put', table: 'events', item, expected });
  return again.ok ? 'claimed' : 'busy';
}

/** Notes that a mail has gone. */
export async function noteSent(table: Table, delivery: Delivery, now: Instant): Promise<void> {
  const item = markOf(delivery, now, 'sent');
  await table.write({ kind: 'put', table: 'events', item, expected: 'any' });
}

/** Lets go of a claim whose sending failed, so that the next try need not wait. */
export async function letGo(table: Table, delivery: Delivery): Promise<void> {
  await table.write({ kind: 'delete', table: 'events', key: keyOf(delivery), expected: 'any' });
}

/**
 * Whether somebody may have another mail that can wait: at most one in so many hours. Counts it when
 * they may; the same event asks twice and is answered the same.
 */
export async function mayHear(
  table: Table,
  asked: { userId: string; eventId: string; everyHours: number; now: Instant },
): Promise<boolean> {
  const key = eventKeys.heard(asked.userId);
  const ttl = secondOf(asked.now) + asked.everyHours * 3600;
  const item: Item = { ...key, schema: 1, eventId: asked.eventId, ttl };
  const written = await table.write({ kind: 'put', table: 'events', item, expected: 'absent' });
  return written.ok || written.conflicts[0]?.item?.['eventId'] === asked.eventId;
}
