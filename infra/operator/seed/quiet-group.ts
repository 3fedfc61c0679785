import type { Item } from '#functions/store/table.ts';
import { invitedUserItems } from '#functions/store/user.ts';
import { type ServiceId, UserId } from '#shared/model/ids.ts';
import { Principal } from '#shared/model/roles.ts';
import { seededId } from './chance.ts';
import { DEMO_GROUP, NEW_GROUP } from './demonstration-groups.ts';
import type { SeededGroup } from './group.ts';
import type { World } from './world.ts';

/** A Manchester group with room that takes referrals for company, and has stopped answering. */
type Quiet = { group: SeededGroup; serviceId: ServiceId };

function fitting(group: SeededGroup): Quiet | undefined {
  const { area, id, status, safeguarding, phone } = group.organization;
  const known = id === DEMO_GROUP || id === NEW_GROUP;
  const standing = status === 'checked' && safeguarding.status === 'confirmed' && safeguarding.tier < 2;
  if (known || area !== 'manchester' || !standing || phone.shownTo === 'nobody') return undefined;
  const service = group.services.find((one) => {
    const room = group.capacities.get(one.id);
    return one.status === 'active' && one.needs.includes('company') && (room?.places ?? 0) > 2;
  });
  return service && { group, serviceId: service.id };
}

/** The first such group of the demonstration: the same on every day. */
export function quietGroup({ groups }: Pick<World, 'groups'>): Quiet {
  for (const group of groups) {
    const quiet = fitting(group);
    if (quiet !== undefined) return quiet;
  }
  throw new Error('The demonstration has no group that could fall silent');
}

/** Its reader, who was invited and has not signed in for a while; none in an empty place. */
export function quietItems(world: Pick<World, 'groups'>): Item[] {
  if (world.groups.length === 0) return [];
  const { organization } = quietGroup(world).group;
  const reader = Principal.parse({
    userId: UserId.parse(seededId('user quiet reader')),
    name: 'Olive Tarn',
    email: 'quiet-reader@demo.example',
    phone: '07700 900170',
    area: organization.area,
    memberships: [{ role: 'group_reader', organizationId: organization.id }],
  });
  return invitedUserItems({ ...reader, active: true, mail: 'instant' });
}
