import type { Membership, Role } from '#shared/model/roles.ts';

/** The working pages and who each is for, in the order they are shown. Words: shared/text/en/start.ts. */
export const TASKS = [
  { id: 'find', href: '/find', roles: ['link_worker', 'lw_manager'] },
  { id: 'caseload', href: '/caseload', roles: ['link_worker', 'lw_manager'] },
  { id: 'inbox', href: '/inbox', roles: ['group_reader'] },
  { id: 'my_group', href: '/my-group', roles: ['group_lead'] },
  { id: 'my_grants', href: '/my-grants', roles: ['group_lead'] },
  { id: 'queue', href: '/queue', roles: ['coordinator'] },
  { id: 'grants_admin', href: '/grants-admin', roles: ['coordinator'] },
  { id: 'people', href: '/people', roles: ['coordinator', 'lw_manager'] },
  { id: 'place', href: '/place', roles: ['coordinator'] },
  { id: 'gaps', href: '/gaps', roles: ['commissioner'] },
] as const satisfies readonly { id: string; href: string; roles: readonly Role[] }[];
export type Task = (typeof TASKS)[number];

/** The tasks of somebody with these roles; several roles give one list without repeats. */
export function tasksOf(memberships: readonly Membership[]): Task[] {
  const held = new Set<Role>(memberships.map(({ role }) => role));
  return TASKS.filter(({ roles }) => roles.some((role) => held.has(role)));
}

/** The ids of the groups in which somebody holds one of these roles, each once. */
export function groupsOf(memberships: readonly Membership[], roles: readonly Role[]) {
  const ids = memberships.flatMap((held) =>
    'organizationId' in held && roles.includes(held.role) ? [held.organizationId] : [],
  );
  return [...new Set(ids)];
}
