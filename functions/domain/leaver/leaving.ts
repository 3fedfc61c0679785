import { isCoordinator, manages } from '#functions/domain/membership.ts';
import { accept, type Result, refuse } from '#functions/domain/result.ts';
import type { SchemeId } from '#shared/model/ids.ts';
import type { Referral } from '#shared/model/referral.ts';
import type { Membership, Principal } from '#shared/model/roles.ts';

type Somebody = Pick<Principal, 'userId' | 'area' | 'memberships'> & { active: boolean };

const isOfGroup = (held: Membership): boolean => 'organizationId' in held;

/** The teams somebody belongs to, each once. */
export const schemesOf = (memberships: readonly Membership[]): SchemeId[] => [
  ...new Set(memberships.flatMap((held) => ('schemeId' in held ? [held.schemeId] : []))),
];

export type Leaving = { leaves: Membership[]; stays: Membership[] };

/**
 * Which roles of somebody end when this person closes them: for a coordinator all but those in groups, for
 * a manager those in the own teams. Nobody closes themselves, so that an area always keeps a coordinator:
 * refuses `own_account`. Refuses `not_found` where there is nothing of theirs to close.
 */
export function leavingOf(closer: Principal, person: Somebody): Result<Leaving> {
  if (closer.area !== person.area) return refuse('not_found');
  const mayClose = (held: Membership): boolean => {
    if (isOfGroup(held)) return false;
    return isCoordinator(closer) || ('schemeId' in held && manages(closer, held.schemeId));
  };
  const leaves = person.memberships.filter(mayClose);
  if (leaves.length === 0) return refuse('not_found');
  if (closer.userId === person.userId) return refuse('own_account');
  return accept({ leaves, stays: person.memberships.filter((held) => !mayClose(held)) });
}

/** Whether somebody can take on the referrals of a colleague: in the team, and able to sign in. */
export const canTakeOn = (person: Somebody, schemeId: SchemeId): boolean =>
  person.active && schemesOf(person.memberships).includes(schemeId);

/** A referral as its new owner has it: the group rings the colleague from now on. Who did what stays. */
export const handedOn = (referral: Referral, to: Pick<Principal, 'userId' | 'name' | 'phone'>): Referral => ({
  ...referral,
  sender: { userId: to.userId, name: to.name, phone: to.phone ?? '' },
});
