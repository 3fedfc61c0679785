import type { Role } from '../model/roles.ts';
import type { Content } from './markup.ts';

type ForRolesProps = { roles: readonly Role[]; href: string; children: Content };

/** A link on a public page for some who sign in: hidden until the menu's script knows that one of them uses this browser. */
export const ForRoles = ({ roles, href, children }: ForRolesProps) => (
  <p class="no-print" hidden>
    <a class="govuk-link" href={href} data-roles={roles.join(' ')}>
      {children}
    </a>
  </p>
);

/** Those who look for groups for somebody else. */
export const LINK_WORKERS: readonly Role[] = ['link_worker', 'lw_manager'];

/** Those who look after the groups of an area. */
export const COORDINATORS: readonly Role[] = ['coordinator'];
