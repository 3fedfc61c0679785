import * as z from 'zod/mini';
import { endByTime, tellOfTime } from '#functions/commands/time-referral.ts';
import { dueWork, lastClose } from '#functions/domain/referral/due.ts';
import { getArea } from '#functions/store/area.ts';
import { listAreas } from '#functions/store/area-list.ts';
import { eventKeys } from '#functions/store/keys.ts';
import { listOpenings, openingOf } from '#functions/store/opening.ts';
import { record } from '#functions/store/record.ts';
import { type Listing, referralsInTurn } from '#functions/store/referral-listing.ts';
import { schemesInTurn } from '#functions/store/scheme.ts';
import type { AreaId } from '#shared/model/area.ts';
import { DAY_LENGTH, later } from '#shared/model/civil-time.ts';
import { Instant } from '#shared/model/dates.ts';
import type { Referral } from '#shared/model/referral.ts';
import type { Nation } from '#shared/model/working-days.ts';
import type { Scheduled } from './room-mail.ts';

const Timed = z.strictObject({ through: Instant });
const timedRecord = record('timed', Timed);
const PAGE = 100;
/** How far back the first run of an area tells people; what is older ends, but nobody is told of it late. */
const FIRST_REACH = 3 * DAY_LENGTH;

type Walk = { area: AreaId; nation: Nation; after: Instant; now: Instant };

/**
 * Once each close of day (five o'clock): walks the live referrals of every team and does what is due.
 * Nuances: timers act at a close of day only, so the other hours of the day cost one read an area; a
 * close is marked when all of it is done, so a run that died is done again by the next and writes
 * nothing twice; one referral that fails stops no other, and the close stays unmarked.
 */
export async function runReferralTimers(deps: Scheduled): Promise<void> {
  const now = deps.now();
  const close = lastClose(now);
  let failed: unknown;
  for (const area of await listAreas(deps.table)) {
    const key = eventKeys.timed(area);
    const item = await deps.table.get('events', key);
    const after = item ? timedRecord.fromItem(item).value.through : later(close, -FIRST_REACH);
    if (after >= close) continue;
    const { nation } = await getArea(deps.table, area);
    const fault = await walkArea(deps, { area, nation, after, now });
    failed ??= fault;
    if (fault !== undefined) continue;
    const marked = timedRecord.toItem(key, { through: close }, 1);
    await deps.table.write({ kind: 'put', table: 'events', item: marked, expected: 'any' });
  }
  if (failed !== undefined) throw failed;
}

async function walkArea(deps: Scheduled, walk: Walk): Promise<unknown> {
  let failed: unknown;
  for await (const { rows } of schemesInTurn(deps.table, walk.area, PAGE)) {
    for (const { value } of rows) {
      const team = { area: walk.area, of: 'caseload', scheme: value.id, live: true } as const;
      const fault = await walkTeam(deps, walk, team);
      failed ??= fault;
    }
  }
  return failed;
}

async function walkTeam(deps: Scheduled, walk: Walk, listing: Listing): Promise<unknown> {
  let failed: unknown;
  for await (const page of referralsInTurn(deps.table, listing, PAGE)) {
    const referrals = page.rows.map(({ value }) => value);
    if (page.unfit.length > 0) failed ??= new Error(`${page.unfit.length} referrals cannot be read`);
    const unanswered = referrals.filter(({ state }) => state === 'sent').map(({ id }) => id);
    const openings = await listOpenings(deps.table, unanswered);
    for (const referral of referrals) {
      try {
        await serve(deps, walk, { referral, opened: openings.has(openingOf(referral.id)) });
      } catch (error) {
        failed ??= error;
      }
    }
  }
  return failed;
}

async function serve(
  deps: Scheduled,
  { nation, after, now }: Walk,
  { referral, opened }: { referral: Referral; opened: boolean },
): Promise<void> {
  const facts = { after, now, opened, nation };
  for (const work of dueWork(referral, facts)) {
    if (work.kind === 'end') await endByTime(deps, referral, facts);
    else await tellOfTime(deps, referral, { ...work, at: now });
  }
}
