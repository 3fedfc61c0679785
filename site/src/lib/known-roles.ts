import type { Role } from '#shared/model/roles.ts';

/**
 * The roles last seen in this browser: a hint for the menu on pages that never ask who is signed in.
 * Role names only, nothing of anybody; signing out clears it (and so does `Clear-Site-Data`).
 */
const KEY = 'portal-roles';

/** Remembers the roles of whoever just proved to be signed in. */
export function rememberRoles(roles: readonly Role[]): void {
  try {
    localStorage.setItem(KEY, [...new Set(roles)].join(' '));
  } catch {
    // Storage may be switched off; then the menu shows what anyone sees.
  }
}

/** Forgets them at the end of a session. */
export function forgetRoles(): void {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // As above.
  }
}

/** The roles to show links for; none when nobody signed in here. */
export function knownRoles(): string[] {
  try {
    return (localStorage.getItem(KEY) ?? '').split(' ').filter(Boolean);
  } catch {
    return [];
  }
}
