import { DAY_LENGTH, later } from '#shared/model/civil-time.ts';
import type { Instant } from '#shared/model/dates.ts';
import type { OrganizationId, UserId } from '#shared/model/ids.ts';
import type { Registration } from '#shared/model/registration.ts';
import type { Principal } from '#shared/model/roles.ts';
import { holding, type Member } from './members.ts';

/** For so long whoever is named to read a group's referrals opens no contact details (security.md T1). */
const HOLD = 3 * DAY_LENGTH;

type Reader = Pick<Principal, 'readsFrom'>;

/** From when a reader may open contact details in a group, while that is still to come; null when they may. */
export function opensFrom({ readsFrom }: Reader, id: OrganizationId, now: Instant): Instant | null {
  const from = readsFrom?.[id];
  return from !== undefined && from > now ? from : null;
}

/** Somebody who is named to read in a group at an instant: covered by a coordinator, or held for a while. */
export function namedReader<T extends Reader>(
  reader: T,
  { id, at, isCovered }: { id: OrganizationId; at: Instant; isCovered: boolean },
): T {
  const others = Object.entries(reader.readsFrom ?? {}).filter(([group, from]) => group !== id && from > at);
  const readsFrom = Object.fromEntries(isCovered ? others : [...others, [id, later(at, HOLD)]]);
  const { readsFrom: _before, ...rest } = reader;
  // Left out where nobody is held: most people never are.
  return { ...rest, ...(Object.keys(readsFrom).length > 0 && { readsFrom }) } as T;
}

/**
 * Whether a coordinator has made sure of whoever names themselves reader: the lead whom the check of the
 * group was about, while they lead it alone (security.md T13). Anybody else is new there.
 */
export const isCheckedLead = (
  members: readonly Member[],
  { id, userId, lead }: { id: OrganizationId; userId: UserId; lead: Registration['lead'] | undefined },
): boolean =>
  lead?.userId === userId && holding(members, id, 'group_lead').every((one) => one.userId === userId);
