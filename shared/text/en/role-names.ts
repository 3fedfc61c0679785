import type { Role } from '../../model/roles.ts';

/** What somebody is, by the role they hold. */
export const roleNames: Readonly<Record<Role, string>> = {
  group_lead: 'Group lead',
  group_reader: 'Referral reader',
  link_worker: 'Link worker',
  lw_manager: 'Link worker manager',
  coordinator: 'Coordinator',
  commissioner: 'Commissioner',
};
