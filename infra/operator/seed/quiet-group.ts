import type { Item } from '#functions/store/table.ts';
import { invitedUserItems } from '#functions/store/user.ts';
import type { Capacity } from '#shared/model/capacity.ts';
import { type ServiceId, UserId } from '#shared/model/ids.ts';
import { Principal } from '#shared/model/roles.ts';
import { seededId } from './chance.ts';
import { DEMO_GROUP, NEW_GROUP } from './demonstration-groups.ts';
import type { SeededGroup } from './group.ts';
import { daysBefore } from './moments.ts';
import type { World } from './world.ts';

/** An activity of a Manchester group that takes referrals for company and does not answer; who reads for it. */
export type Quiet = { serviceId: ServiceId; reader: Principal };
type Seeded = Pick<World, 'groups' | 'now'>;

/** Who reads for them: invited, and not signed in for a while. */
const READERS = {
  silent: {
    key: 'user quiet reader',
    name: 'Olive Tarn',
    email: 'quiet-reader@demo.example',
    phone: '07700 900170',
  },
  lost: {
    key: 'user lost reader',
    name: 'Ivor Shale',
    email: 'lost-reader@demo.example',
    phone: '07700 900171',
  },
} as const;
/** A lost group has been known for longer than anybody it was sent. */
const KNOWN_FOR = 400;

type Fits = (room: Capacity | null | undefined) => boolean;

/** The activity for company that referrals can be sent to and whose room is as asked, if the group has one. */
function companyOf({ organization, services, capacities }: SeededGroup, fits: Fits): ServiceId | undefined {
  const { area, id, status, safeguarding, phone } = organization;
  const isOurs = id === DEMO_GROUP || id === NEW_GROUP;
  const standing = status === 'checked' && safeguarding.status === 'confirmed' && safeguarding.tier < 2;
  if (isOurs || area !== 'manchester' || !standing || phone.shownTo === 'nobody') return undefined;
  return services.find(
    (one) => one.status === 'active' && one.needs.includes('company') && fits(capacities.get(one.id)),
  )?.id;
}

/** The first group of which that is true, the same on every day. */
function firstOf(groups: readonly SeededGroup[], which: keyof typeof READERS, fits: Fits): Quiet {
  for (const group of groups) {
    const serviceId = companyOf(group, fits);
    if (serviceId === undefined) continue;
    const { key, ...reader } = READERS[which];
    const { area, id: organizationId } = group.organization;
    const memberships = [{ role: 'group_reader', organizationId }];
    const userId = UserId.parse(seededId(key));
    return { serviceId, reader: Principal.parse({ ...reader, area, memberships, userId }) };
  }
  throw new Error(`The demonstration has no group that could be ${which}`);
}

/** Two such groups: one has room and has just fallen silent, one has said nothing for so long that it is lost. */
export function quietGroups({ groups, now }: Seeded): { silent: Quiet; lost: Quiet } {
  const known = groups.filter(
    ({ organization: { checkedAt } }) => checkedAt !== null && checkedAt < daysBefore(now, KNOWN_FOR),
  );
  return {
    silent: firstOf(groups, 'silent', (room) => (room?.places ?? 0) > 2),
    lost: firstOf(known, 'lost', (room) => room?.state === 'open' && room.goodUntil < now),
  };
}

/** Their readers; none in an empty place. */
export function quietItems(world: Seeded): Item[] {
  if (world.groups.length === 0) return [];
  return Object.values(quietGroups(world)).flatMap(({ reader }) =>
    invitedUserItems({ ...reader, active: true, mail: 'instant' }),
  );
}
