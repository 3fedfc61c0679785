import { aroundOf, type Readiness } from '#functions/commands/change-standing.ts';
import type { Deps } from '#functions/commands/deps.ts';
import { knowGroup } from '#functions/commands/know-group.ts';
import { markOf } from '#functions/commands/mark.ts';
import { pauseGroup, resumeGroup } from '#functions/commands/pause-group.ts';
import { vouchForReader } from '#functions/commands/vouch-for-reader.ts';
import { accept, refuse } from '#functions/domain/result.ts';
import { missingOf, statusAt } from '#functions/domain/safeguarding/basics.ts';
import { findOrganization } from '#functions/store/organization.ts';
import { findAnswers } from '#functions/store/safeguarding.ts';
import * as known from '#shared/api/group-known.ts';
import * as api from '#shared/api/group-pause.ts';
import type { Instant } from '#shared/model/dates.ts';
import type { OrganizationId } from '#shared/model/ids.ts';
import type { Principal } from '#shared/model/roles.ts';
import type { App } from './app.ts';
import { newcomersOf } from './group-newcomers.ts';
import { mount } from './mount.ts';

async function viewOf(
  deps: Deps,
  { organization, said, around }: Readiness,
  now: Instant,
): Promise<api.GroupStanding> {
  const { id, name, status, phone, safeguarding } = organization;
  return {
    group: { id, name, status },
    phone: phone.number === '' ? null : { number: phone.number, bestTimes: phone.bestTimes },
    standing: { ...safeguarding, status: statusAt(safeguarding, now) },
    missing: missingOf(said, around, now),
    readers: around.readers,
    ...(await newcomersOf(deps, organization, now)),
    now,
  };
}

/** How a group of the coordinator's area stands; refuses `not_found` for any other. */
async function standingFor(
  deps: Deps,
  { principal, groupId: id, now }: { principal: Principal; groupId: OrganizationId; now: Instant },
) {
  const of = { area: principal.area, id };
  const group = await findOrganization(deps.table, of);
  if (group === undefined) return refuse('not_found');
  const [{ value: said }, around] = await Promise.all([findAnswers(deps.table, of), aroundOf(deps, of)]);
  return accept(await viewOf(deps, { organization: group.value, said, around }, now));
}

/** Routes of the staff function for coordinators: how a group stands, stopping referrals to it, and vouching for what is new there. */
export function mountGroupPause(app: App, deps: Deps): void {
  mount(app, api.groupStanding, ({ principal, params, now }) =>
    standingFor(deps, { principal, now, ...params }),
  );
  mount(app, known.groupKnow, async ({ principal, params: { groupId }, body: { why }, now }) => {
    const done = await knowGroup(deps, { principal, groupId, why, at: now });
    return done.ok ? standingFor(deps, { principal, groupId, now }) : done;
  });
  mount(app, known.readerVouch, async ({ principal, params: { groupId, userId }, now }) => {
    const done = await vouchForReader(deps, { principal, groupId, userId, at: now });
    return done.ok ? standingFor(deps, { principal, groupId, now }) : done;
  });
  mount(app, api.groupPause, async ({ principal, params, body, now, idempotencyKey }) => {
    const mark = markOf(idempotencyKey, { ...body, ...params, pause: true });
    const pausing = { principal, groupId: params.groupId, mark, at: now };
    const done = await pauseGroup(deps, pausing, body.reason);
    return done.ok ? accept(await viewOf(deps, done.value, now)) : done;
  });
  mount(app, api.groupResume, async ({ principal, params, now, idempotencyKey }) => {
    const mark = markOf(idempotencyKey, { ...params, resume: true });
    const done = await resumeGroup(deps, { principal, groupId: params.groupId, mark, at: now });
    return done.ok ? accept(await viewOf(deps, done.value, now)) : done;
  });
}
