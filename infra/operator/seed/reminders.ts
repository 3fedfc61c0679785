import type { Deps } from '#functions/commands/deps.ts';
import { endByTime, tellOfTime } from '#functions/commands/time-referral.ts';
import { type ClockFacts, dueWork } from '#functions/domain/referral/due.ts';
import { findReferral } from '#functions/store/referral.ts';
import type { AreaId } from '#shared/model/area.ts';
import { addDays, dayOf } from '#shared/model/civil-time.ts';
import type { Instant } from '#shared/model/dates.ts';
import type { ReferralId } from '#shared/model/ids.ts';
import type { Referral } from '#shared/model/referral.ts';
import { closeOf } from '#shared/model/working-days.ts';

type Stretch = { from: Instant; to: Instant; opened: boolean; runsOut: boolean };

/** The closes of day in a stretch. */
function closesIn({ from, to }: Stretch): Instant[] {
  const closes: Instant[] = [];
  for (let day = dayOf(from); closeOf(day) <= to; day = addDays(day, 1))
    if (closeOf(day) > from) closes.push(closeOf(day));
  return closes;
}

/**
 * Lets the timers of one referral run over the closes of day of a stretch in which nothing was done, as they
 * would have: each reminder is written as of its day, so that the timers of today tell nobody again. Where it
 * is meant to run out it does, and has no timers after that.
 */
export async function letTimePass(
  deps: Deps,
  at: { area: AreaId; id: ReferralId },
  stretch: Stretch,
): Promise<void> {
  const stored = await findReferral(deps.table, at);
  if (stored === undefined) throw new Error('The demonstration lost a referral');
  const { opened } = stretch;
  const { nation } = await deps.areas(at.area);
  for (const now of closesIn(stretch)) {
    const facts = { after: closeOf(addDays(dayOf(now), -1)), now, opened, nation };
    if (await runOnce(deps, stored.value, { facts, runsOut: stretch.runsOut })) return;
  }
}

/** One close of day; answers whether the referral ended by it. */
async function runOnce(
  deps: Deps,
  referral: Referral,
  { facts, runsOut }: { facts: ClockFacts; runsOut: boolean },
): Promise<boolean> {
  for (const work of dueWork(referral, facts)) {
    if (work.kind === 'tell') await tellOfTime(deps, referral, { ...work, at: facts.now });
    else if (runsOut) return await endByTime(deps, referral, facts);
    else throw new Error('A referral of the demonstration would have ended by itself');
  }
  return false;
}
