import { askCheckAgain } from '#functions/commands/ask-check-again.ts';
import { changePhone } from '#functions/commands/change-group.ts';
import { aroundOf } from '#functions/commands/change-standing.ts';
import type { Deps } from '#functions/commands/deps.ts';
import { markOf } from '#functions/commands/mark.ts';
import { roomAt } from '#functions/domain/capacity/room.ts';
import { blockOf, checkOf, type ProgressFacts, stepsOf } from '#functions/domain/group/progress.ts';
import { isOpen } from '#functions/domain/invite/invitation.ts';
import { belongsTo } from '#functions/domain/membership.ts';
import { accept, refuse } from '#functions/domain/result.ts';
import { missingOf } from '#functions/domain/safeguarding/basics.ts';
import { isReferable, referableUntil } from '#functions/search/referable.ts';
import { listActivities } from '#functions/store/activities.ts';
import { listWaiting } from '#functions/store/invite.ts';
import { findOrganization } from '#functions/store/organization.ts';
import { findRegistration } from '#functions/store/registration.ts';
import { findAnswers } from '#functions/store/safeguarding.ts';
import * as api from '#shared/api/own-group.ts';
import type { AreaId } from '#shared/model/area.ts';
import type { Instant } from '#shared/model/dates.ts';
import type { OrganizationId } from '#shared/model/ids.ts';
import type { Organization } from '#shared/model/organization.ts';
import type { Principal } from '#shared/model/roles.ts';
import type { App } from './app.ts';
import { mount } from './mount.ts';

type GroupAt = { area: AreaId; id: OrganizationId };
type Asked = { principal: Principal; groupId: OrganizationId; now: Instant };

/** How the running activities of a group stand: how many, of how many room is known, whether one takes referrals. */
async function runningOf({ table, areas }: Deps, organization: Organization, now: Instant) {
  const { area, services: ids } = organization;
  const activities = await listActivities(table, area, ids);
  const { nation, goneLive } = await areas(area);
  const rules = { nation, open: goneLive !== null };
  const running = activities.filter(({ service }) => service.status === 'active');
  return {
    running: running.length,
    withRoom: running.filter(({ capacity }) => roomAt(capacity, now).state !== 'unknown').length,
    receives: running.some(({ service }) => isReferable(referableUntil(organization, service, rules), now)),
  };
}

/** Whether an invitation to read the group's referrals waits with a link that still works. */
async function isReaderAsked({ table }: Deps, { area, id }: GroupAt, now: Instant): Promise<boolean> {
  const waiting = await listWaiting(table, area, id);
  return waiting.some((invite) => invite.membership.role === 'group_reader' && isOpen(invite, now));
}

/** How far a group is; `not_found` for who does not lead it. */
async function progressFor(deps: Deps, { principal, groupId, now }: Asked) {
  if (!belongsTo(principal, groupId, ['group_lead'])) return refuse('not_found');
  const of = { area: principal.area, id: groupId };
  const [group, registration, { value: said }, around, { coordinator, goneLive }] = await Promise.all([
    findOrganization(deps.table, of),
    findRegistration(deps.table, of),
    findAnswers(deps.table, of),
    aroundOf(deps, of),
    deps.areas(of.area),
  ]);
  if (group === undefined) return refuse('not_found');
  const { name, phone, status, safeguarding: standing } = group.value;
  const { receives, ...activities } = await runningOf(deps, group.value, now);
  const facts: ProgressFacts = {
    ...{ status, standing, registration: registration?.value.state, ...activities },
    inEngland: around.nation === 'england',
    isLive: goneLive !== null,
    // That nobody reads is a step of its own, not one more question.
    questionsLeft: missingOf(said, { ...around, readers: Math.max(1, around.readers) }, now).length,
    readers: around.readers,
    isReaderAsked: around.readers === 0 && (await isReaderAsked(deps, of, now)),
    hasPhone: phone.number !== '',
  };
  const check = checkOf(facts);
  return accept({
    group: { id: groupId, name, phone },
    check,
    reason: check === 'returned' ? (registration?.value.returned?.reason ?? null) : null,
    steps: stepsOf(facts),
    questionsLeft: facts.questionsLeft,
    receives,
    block: blockOf(facts),
    helper: { name: coordinator.name, phone: coordinator.phone },
    now,
  });
}

/** Routes of the staff function for a lead: how far the group is, its phone, and asking for another check. */
export function mountOwnGroup(app: App, deps: Deps): void {
  mount(app, api.groupProgress, ({ principal, params, now }) =>
    progressFor(deps, { principal, groupId: params.groupId, now }),
  );
  mount(app, api.groupChange, async ({ principal, params, body, now, idempotencyKey }) => {
    const mark = markOf(idempotencyKey, { body, ...params });
    const changing = { principal, groupId: params.groupId, mark, at: now };
    const changed = await changePhone(deps, changing, body.phone);
    return changed.ok ? accept({ phone: changed.value.phone }) : changed;
  });
  mount(app, api.groupAskAgain, async ({ principal, params, now }) => {
    const asked = await askCheckAgain(deps, { principal, groupId: params.groupId, at: now });
    return asked.ok ? accept({ check: asked.value }) : asked;
  });
}
