import { aroundOf, type Readiness } from '#functions/commands/change-standing.ts';
import type { Deps } from '#functions/commands/deps.ts';
import { markOf } from '#functions/commands/mark.ts';
import { pauseGroup, resumeGroup } from '#functions/commands/pause-group.ts';
import { accept, refuse } from '#functions/domain/result.ts';
import { missingOf, statusAt } from '#functions/domain/safeguarding/basics.ts';
import { findOrganization } from '#functions/store/organization.ts';
import { findAnswers } from '#functions/store/safeguarding.ts';
import * as api from '#shared/api/group-pause.ts';
import type { Instant } from '#shared/model/dates.ts';
import type { App } from './app.ts';
import { mount } from './mount.ts';

const viewOf = ({ organization, said, around }: Readiness, now: Instant): api.GroupStanding => {
  const { id, name, status, phone, safeguarding } = organization;
  return {
    group: { id, name, status },
    phone: phone.number === '' ? null : { number: phone.number, bestTimes: phone.bestTimes },
    standing: { ...safeguarding, status: statusAt(safeguarding, now) },
    missing: missingOf(said, around, now),
    readers: around.readers,
    now,
  };
};

/** Routes of the staff function for coordinators: how a group stands, and stopping referrals to it. */
export function mountGroupPause(app: App, deps: Deps): void {
  mount(app, api.groupStanding, async ({ principal, params, now }) => {
    const of = { area: principal.area, id: params.groupId };
    const group = await findOrganization(deps.table, of);
    if (group === undefined) return refuse('not_found');
    const [{ value: said }, around] = await Promise.all([findAnswers(deps.table, of), aroundOf(deps, of)]);
    return accept(viewOf({ organization: group.value, said, around }, now));
  });
  mount(app, api.groupPause, async ({ principal, params, body, now, idempotencyKey = '' }) => {
    const mark = markOf(idempotencyKey, { ...body, ...params, pause: true });
    const pausing = { principal, groupId: params.groupId, mark, at: now };
    const done = await pauseGroup(deps, pausing, body.reason);
    return done.ok ? accept(viewOf(done.value, now)) : done;
  });
  mount(app, api.groupResume, async ({ principal, params, now, idempotencyKey = '' }) => {
    const mark = markOf(idempotencyKey, { ...params, resume: true });
    const done = await resumeGroup(deps, { principal, groupId: params.groupId, mark, at: now });
    return done.ok ? accept(viewOf(done.value, now)) : done;
  });
}
