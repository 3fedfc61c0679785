import { randomUUID } from 'node:crypto';
import { inviteChange, newInvite } from '#functions/commands/invite.ts';
import { systemIds } from '#functions/runtime/ids.ts';
import { invitedWrites } from '#functions/store/user.ts';
import type { Portal } from '#infra/local/portal.ts';
import { tableAt } from '#infra/operator/open-portal.ts';
import { SCHEMES } from '#infra/operator/seed/people.ts';
import { DAY_LENGTH, later } from '#shared/model/civil-time.ts';
import { InviteId, UserId } from '#shared/model/ids.ts';
import type { InviteThings } from '#test/matrix/invite-requests.ts';

/**
 * Invitations to the demonstration's team in an area, as an operator would make them. They ran out just
 * now, so that however many there are the team may invite more; a link made for one still works.
 */
export function invitesIn({ engineUrl, tableName, clock }: Portal, area = 'manchester'): InviteThings {
  const scheme = SCHEMES.find((team) => team.area === area);
  if (scheme === undefined) throw new Error(`There is no team in ${area}`);
  const made = async () => {
    const [table, at] = [tableAt(engineUrl, tableName, clock.now), clock.now()];
    const invite = newInvite(
      {
        id: InviteId.parse(randomUUID()),
        area: scheme.area,
        email: `worker-${randomUUID().slice(0, 8)}@team.example`,
        membership: { role: 'link_worker', schemeId: scheme.id },
        invitedBy: 'operator',
        made: 'a test',
      },
      later(at, -2 * DAY_LENGTH),
    );
    const telling = { userId: 'operator', at, type: 'invite.made', by: 'hand' } as const;
    const written = await table.transact(inviteChange({ ids: systemIds }, { invite, before: 0 }, telling));
    if (!written.ok) throw new Error('An invitation could not be made');
    return invite.id;
  };
  const somebody = async () => {
    const userId = UserId.parse(randomUUID());
    const who = { userId, name: 'Kit Rowe', email: `${userId}@team.example`, phone: null, area: scheme.area };
    const membership = { role: 'link_worker', schemeId: scheme.id } as const;
    const user = { ...who, memberships: [membership], active: true, mail: 'instant' } as const;
    const written = await tableAt(engineUrl, tableName, clock.now).transact(
      invitedWrites({ ...user, memberships: [membership] }),
    );
    if (!written.ok) throw new Error('Somebody could not be let in');
    return userId;
  };
  return { schemeId: scheme.id, made, somebody };
}
