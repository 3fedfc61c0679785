import * as z from 'zod/mini';
import { tellOfTime } from '#functions/commands/time-referral.ts';
import { isUndecided } from '#functions/domain/referral/lifecycle.ts';
import { daysToTell, hasJustEnded, lastMorning } from '#functions/domain/safeguarding/lapse.ts';
import { listAreas } from '#functions/store/area-list.ts';
import { eventWrite } from '#functions/store/event.ts';
import { eventKeys } from '#functions/store/keys.ts';
import { groupsInTurn } from '#functions/store/organization.ts';
import { record } from '#functions/store/record.ts';
import { referralsInTurn } from '#functions/store/referral-listing.ts';
import type { AreaId } from '#shared/model/area.ts';
import { DAY_LENGTH, dayOf, later } from '#shared/model/civil-time.ts';
import { Instant } from '#shared/model/dates.ts';
import type { Organization } from '#shared/model/organization.ts';
import type { Scheduled } from './room-mail.ts';

const Seen = z.strictObject({ through: Instant });
const seenRecord = record('lapses seen', Seen);
const PAGE = 100;
/** How far back the first run of an area looks. */
const FIRST_REACH = 3 * DAY_LENGTH;

type Looking = { area: AreaId; after: Instant; now: Instant };

/**
 * Once each morning: finds the groups whose safeguarding answers run out in 60, 30, 14, 7 days or one, or
 * have, and says so in an event each; whoever has sent them somebody they have not decided on is told when
 * they have. Nuances: a morning is marked when all its groups were looked at, so a run that died is done
 * again and writes nothing twice; that a lapsed group takes nobody needs no write, the date is judged at
 * each request.
 */
export async function tellOfLapses(deps: Scheduled): Promise<void> {
  const now = deps.now();
  const morning = lastMorning(now);
  for (const area of await listAreas(deps.table)) {
    const key = eventKeys.lapsesSeen(area);
    const item = await deps.table.get('events', key);
    const after = item ? seenRecord.fromItem(item).value.through : later(morning, -FIRST_REACH);
    if (after >= morning) continue;
    await lookAtArea(deps, { area, after, now });
    const seen = seenRecord.toItem(key, { through: morning }, 1);
    await deps.table.write({ kind: 'put', table: 'events', item: seen, expected: 'any' });
  }
}

async function lookAtArea(deps: Scheduled, looking: Looking): Promise<void> {
  for await (const groups of groupsInTurn(deps.table, looking.area, PAGE))
    for (const group of groups) await lookAtGroup(deps, looking, group);
}

async function lookAtGroup(deps: Scheduled, looking: Looking, group: Organization): Promise<void> {
  if (group.status !== 'checked') return;
  if (hasJustEnded(group.safeguarding, looking)) await tellSenders(deps, looking, group);
  const daysLeft = daysToTell(group.safeguarding, looking);
  const { validUntil } = group.safeguarding;
  if (daysLeft === undefined || validUntil === null) return;
  const endsOn = dayOf(validUntil);
  await deps.table.write(
    eventWrite({
      id: deps.ids.event(),
      area: group.area,
      tenant: group.id,
      aggregate: `safeguarding_due#${group.id}-${endsOn}-${daysLeft}`,
      version: 1,
      at: looking.now,
      actor: 'system:timers',
      type: 'safeguarding.due',
      data: { organizationId: group.id, daysLeft, endsOn },
    }),
  );
}

/** Tells whoever waits for a yes that it cannot come before the group has renewed. */
async function tellSenders(deps: Scheduled, { area, now }: Looking, { id }: Organization): Promise<void> {
  const inbox = { area, of: 'inbox', organization: id } as const;
  for await (const { rows } of referralsInTurn(deps.table, inbox, PAGE))
    for (const { value } of rows)
      if (isUndecided(value))
        await tellOfTime(deps, value, { kind: 'tell', code: 'group_lapsed', on: dayOf(now), at: now });
}
