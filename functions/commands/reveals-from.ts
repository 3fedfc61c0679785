import { opensFrom } from '#functions/domain/group/new-reader.ts';
import { findUser } from '#functions/store/user.ts';
import type { Instant } from '#shared/model/dates.ts';
import type { OrganizationId } from '#shared/model/ids.ts';
import type { Principal } from '#shared/model/roles.ts';
import type { Deps } from './deps.ts';

/**
 * From when a reader may open contact details in a group; null when they may. The session knows who was new
 * when it began; only then is it looked up whether a coordinator has vouched since.
 */
export async function revealsFrom(
  { table }: Pick<Deps, 'table'>,
  principal: Principal,
  { id, now }: { id: OrganizationId; now: Instant },
): Promise<Instant | null> {
  if (opensFrom(principal, id, now) === null) return null;
  const user = await findUser(table, principal.userId);
  return opensFrom(user?.value ?? principal, id, now);
}
