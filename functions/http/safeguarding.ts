import {
  answerSafeguarding,
  renewConfirmation,
  withdrawConfirmation,
} from '#functions/commands/answer-safeguarding.ts';
import { aroundOf, type Readiness } from '#functions/commands/change-standing.ts';
import type { Deps } from '#functions/commands/deps.ts';
import { markOf } from '#functions/commands/mark.ts';
import { belongsTo } from '#functions/domain/membership.ts';
import { accept, refuse } from '#functions/domain/result.ts';
import { missingOf, statusAt } from '#functions/domain/safeguarding/basics.ts';
import { findOrganization } from '#functions/store/organization.ts';
import { findAnswers } from '#functions/store/safeguarding.ts';
import * as api from '#shared/api/safeguarding.ts';
import type { Instant } from '#shared/model/dates.ts';
import type { OrganizationId } from '#shared/model/ids.ts';
import type { Principal } from '#shared/model/roles.ts';
import type { App } from './app.ts';
import { mount } from './mount.ts';

/** Where a group is with its answers, and what is left at this moment. */
async function viewOf(deps: Deps, { organization, said, around }: Readiness, now: Instant) {
  const { id, name, area, safeguarding } = organization;
  const { councils, coordinator } = await deps.areas(area);
  return {
    group: { id, name },
    answers: said.answers,
    standing: { ...safeguarding, status: statusAt(safeguarding, now) },
    missing: missingOf(said, around, now),
    readers: around.readers,
    inEngland: around.nation === 'england',
    councils: councils.flatMap(({ name: council, adultSocialCare, outOfHours }) =>
      adultSocialCare === null || outOfHours === null ? [] : { name: council, adultSocialCare, outOfHours },
    ),
    helper: { name: coordinator.name, phone: coordinator.phone },
    now,
  };
}

async function readFor(deps: Deps, asked: { principal: Principal; groupId: OrganizationId; now: Instant }) {
  const { principal, groupId, now } = asked;
  if (!belongsTo(principal, groupId, ['group_lead'])) return refuse('not_found');
  const of = { area: principal.area, id: groupId };
  const group = await findOrganization(deps.table, of);
  if (group === undefined) return refuse('not_found');
  const [{ value: said }, around] = await Promise.all([findAnswers(deps.table, of), aroundOf(deps, of)]);
  return accept(await viewOf(deps, { organization: group.value, said, around }, now));
}

/** Routes of the staff function for a lead's answers about safeguarding: saved at every step. */
export function mountSafeguarding(app: App, deps: Deps): void {
  mount(app, api.safeguardingRead, ({ principal, params, now }) =>
    readFor(deps, { principal, groupId: params.groupId, now }),
  );
  mount(app, api.safeguardingAnswer, async ({ principal, params, body, now, idempotencyKey }) => {
    const { groupId } = params;
    const mark = markOf(idempotencyKey, { body, ...params });
    const done = await answerSafeguarding(deps, { principal, groupId, mark, at: now }, body);
    return done.ok ? accept(await viewOf(deps, done.value, now)) : done;
  });
  mount(app, api.safeguardingRenew, async ({ principal, params, body, now, idempotencyKey }) => {
    const mark = markOf(idempotencyKey, { body, ...params, renew: true });
    const answering = { principal, groupId: params.groupId, mark, at: now };
    const done = await renewConfirmation(deps, answering, body);
    return done.ok ? accept(await viewOf(deps, done.value, now)) : done;
  });
  mount(app, api.safeguardingWithdraw, async ({ principal, params, now, idempotencyKey }) => {
    const mark = markOf(idempotencyKey, { ...params, withdraw: true });
    const done = await withdrawConfirmation(deps, { principal, groupId: params.groupId, mark, at: now });
    return done.ok ? accept(await viewOf(deps, done.value, now)) : done;
  });
}
