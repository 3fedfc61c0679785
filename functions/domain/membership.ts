import type { OrganizationId } from '#shared/model/ids.ts';
import type { Principal } from '#shared/model/roles.ts';

type GroupRole = 'group_lead' | 'group_reader';

/** Whether somebody holds one of these roles in this very group. */
export const belongsTo = (
  { memberships }: Principal,
  group: OrganizationId,
  roles: readonly GroupRole[],
): boolean =>
  memberships.some(
    (held) => 'organizationId' in held && held.organizationId === group && roles.includes(held.role),
  );
