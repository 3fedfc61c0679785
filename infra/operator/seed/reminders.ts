import type { Deps } from '#functions/commands/deps.ts';
import { tellOfTime } from '#functions/commands/time-referral.ts';
import { dueWork } from '#functions/domain/referral/due.ts';
import { closeOf } from '#functions/domain/referral/timers.ts';
import { findReferral } from '#functions/store/referral.ts';
import type { AreaId } from '#shared/model/area.ts';
import { addDays, dayOf } from '#shared/model/civil-time.ts';
import type { Instant } from '#shared/model/dates.ts';
import type { ReferralId } from '#shared/model/ids.ts';

/**
 * Lets the timers of one referral run over the closes of day of a stretch in which nothing was done, as they
 * would have: each reminder is written as of its day, so that the timers of today tell nobody again.
 */
export async function letTimePass(
  deps: Deps,
  at: { area: AreaId; id: ReferralId },
  stretch: { from: Instant; to: Instant; opened: boolean },
): Promise<void> {
  const stored = await findReferral(deps.table, at);
  if (stored === undefined) throw new Error('The demonstration lost a referral');
  const { opened } = stretch;
  const { nation } = await deps.areas(at.area);
  for (let day = dayOf(stretch.from); closeOf(day) <= stretch.to; day = addDays(day, 1)) {
    const now = closeOf(day);
    if (now <= stretch.from) continue;
    const facts = { after: closeOf(addDays(day, -1)), now, opened, nation };
    for (const work of dueWork(stored.value, facts)) {
      if (work.kind === 'end') throw new Error('A referral of the demonstration would have ended by itself');
      await tellOfTime(deps, stored.value, { ...work, at: now });
    }
  }
}
