import type { Deps } from '#functions/commands/deps.ts';
import { nameMember, removeMember } from '#functions/commands/members.ts';
import { rolesIn } from '#functions/domain/group/members.ts';
import { opensFrom } from '#functions/domain/group/new-reader.ts';
import { belongsTo } from '#functions/domain/membership.ts';
import { accept, refuse } from '#functions/domain/result.ts';
import { listWaiting } from '#functions/store/invite.ts';
import { findOrganization } from '#functions/store/organization.ts';
import { listMembers } from '#functions/store/user.ts';
import * as api from '#shared/api/members.ts';
import type { Instant } from '#shared/model/dates.ts';
import type { OrganizationId } from '#shared/model/ids.ts';
import type { Principal } from '#shared/model/roles.ts';
import type { App } from './app.ts';
import { mount } from './mount.ts';

type Asked = { principal: Principal; groupId: OrganizationId; now: Instant };

/** Who looks after a group, whoever asks first; `not_found` for who does not lead it. */
async function membersFor({ table }: Deps, { principal, groupId: id, now }: Asked) {
  const { area, userId } = principal;
  if (!belongsTo(principal, id, ['group_lead'])) return refuse('not_found');
  const [group, members, waiting] = await Promise.all([
    findOrganization(table, { area, id }),
    listMembers(table, area, id),
    listWaiting(table, area, id),
  ]);
  if (group === undefined) return refuse('not_found');
  const shown = members
    .filter((member) => member.active && rolesIn(member, id).length > 0)
    .map((member) => ({
      userId: member.userId,
      name: member.name,
      email: member.email,
      roles: rolesIn(member, id),
      opensFrom: belongsTo(member, id, ['group_reader']) ? opensFrom(member, id, now) : null,
      isMe: member.userId === userId,
    }))
    .sort((a, b) => Number(b.isMe) - Number(a.isMe) || a.name.localeCompare(b.name, 'en-GB'));
  const invites = waiting.map(({ id: invite, email, membership, state, sentAt, endsAt }) => ({
    ...{ id: invite, email, membership, state, sentAt, endsAt },
  }));
  return accept({ group: { id, name: group.value.name }, members: shown, invites, now });
}

/** Routes of the staff function for who looks after a group: who is there, one more role, one less. */
export function mountMembers(app: App, deps: Deps): void {
  mount(app, api.membersRead, ({ principal, params, now }) =>
    membersFor(deps, { principal, groupId: params.groupId, now }),
  );
  mount(app, api.memberName, async ({ principal, session, params, body, now }) => {
    const { groupId } = params;
    const named = await nameMember(deps, { session, groupId, ...body, at: now });
    return named.ok ? membersFor(deps, { principal, groupId, now }) : named;
  });
  mount(app, api.memberRemove, async ({ session, params, now }) => {
    const removed = await removeMember(deps, { session, ...params, at: now });
    return removed.ok ? accept({ readers: removed.value }) : removed;
  });
}
