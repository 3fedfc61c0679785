import { closedWrite } from '#functions/store/closed.ts';
import { markDone } from '#functions/store/done.ts';
import type { Table } from '#functions/store/table.ts';
import type { Envelope } from '#shared/events/envelope.ts';
import { dayOf } from '#shared/model/civil-time.ts';
import type { Instant } from '#shared/model/dates.ts';
import { ReferralId } from '#shared/model/ids.ts';

/**
 * Notes on which day a referral closed, or stopped needing its original because the person was sent
 * elsewhere: what the daily destroying finds its work by. A referral that was sent for the first time
 * closes nothing. Whether it is closed is judged again when the time is over.
 */
export async function noteClosing(
  deps: { table: Table; now: () => Instant },
  event: Envelope,
): Promise<void> {
  const { area, at, data } = event;
  const closes = event.type === 'referral.sent' ? data['previousReferralId'] : data['referralId'];
  if (closes !== undefined)
    await deps.table.write(closedWrite({ area, day: dayOf(at), id: ReferralId.parse(closes) }));
  await markDone(deps.table, { consumer: 'closing', eventId: event.id, now: deps.now() });
}
