import { KEY_REUSED } from '#functions/domain/referral/requests.ts';
import { accept, type Result, refuse } from '#functions/domain/result.ts';
import { findScheme, schemeItem } from '#functions/store/scheme.ts';
import { MOST_TEAMS, schemesOfStaff } from '#functions/store/team.ts';
import type { Instant } from '#shared/model/dates.ts';
import { SchemeId } from '#shared/model/ids.ts';
import type { Principal } from '#shared/model/roles.ts';
import type { Scheme } from '#shared/model/scheme.ts';
import type { Deps } from './deps.ts';
import { tell } from './tell.ts';

/**
 * A coordinator adds a team of link workers. A team of that name is the team meant, so that asking twice
 * makes one. Refuses `too_many_teams` when the area has `MOST_TEAMS`, and `key_reused`.
 */
export async function addScheme(
  deps: Deps,
  { principal, name, key, at }: { principal: Principal; name: string; key: string; at: Instant },
): Promise<Result<Scheme>> {
  const { area, userId } = principal;
  const schemes = await schemesOfStaff(deps.table, principal);
  const same = schemes.find((scheme) => scheme.name.toLowerCase() === name.toLowerCase());
  if (same !== undefined) return accept(same);
  if (schemes.length >= MOST_TEAMS) return refuse('too_many_teams');
  const id = SchemeId.parse(deps.ids.created({ tenant: area, user: userId, route: 'scheme.create', key }));
  const scheme: Scheme = { id, area, name };
  const written = await deps.table.transact([
    { kind: 'put', table: 'portal', item: schemeItem(scheme), expected: 'absent' },
    tell(
      deps,
      { area, tenant: id, aggregate: `scheme#${id}`, version: 1 },
      { userId, at, type: 'scheme.added', data: { schemeId: id } },
    ),
  ]);
  if (written.ok) return accept(scheme);
  const before = await findScheme(deps.table, { area, id });
  return before?.value.name === name ? accept(before.value) : refuse(KEY_REUSED);
}
