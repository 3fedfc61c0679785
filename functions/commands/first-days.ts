import { isNew, NEW_DAYS, roomAtFirst } from '#functions/domain/referral/newcomer.ts';
import { accept, type Result } from '#functions/domain/result.ts';
import { ttlAfter } from '#functions/store/expiry.ts';
import { findFirst, firstWrite } from '#functions/store/first-referrals.ts';
import type { Freshness } from '#functions/store/reading.ts';
import { findReferral } from '#functions/store/referral.ts';
import type { Write } from '#functions/store/table.ts';
import type { Instant } from '#shared/model/dates.ts';
import type { ReferralId } from '#shared/model/ids.ts';
import type { Organization } from '#shared/model/organization.ts';
import type { Deps } from './deps.ts';

type Sending = { organization: Organization; at: Instant; read?: Freshness };

async function openAtFirst({ table }: Pick<Deps, 'table'>, { organization, read }: Sending) {
  const { area, id } = organization;
  const stored = await findFirst(table, { area, id }, read);
  const found = await Promise.all(
    stored.value.map((referralId) => findReferral(table, { area, id: referralId }, read)),
  );
  return { stored, room: roomAtFirst(found.flatMap((one) => one?.value ?? [])) };
}

/** Whether a group is new, and whether it then has as many open referrals as it may. */
export async function firstDays(
  deps: Pick<Deps, 'table'>,
  sending: Sending,
): Promise<{ isNew: boolean; isFull: boolean }> {
  if (!isNew(sending.organization, sending.at)) return { isNew: false, isFull: false };
  return { isNew: true, isFull: !(await openAtFirst(deps, sending)).room.ok };
}

/**
 * The write that counts one more referral to a group in its first days, in the transaction that sends it;
 * none for a group that is known. What has closed is left out as it is counted, so nothing has to be given
 * back. Refuses `group_is_new`.
 */
export async function countedAtFirst(
  deps: Pick<Deps, 'table'>,
  sending: Sending & { id: ReferralId },
): Promise<Result<Write[]>> {
  const { organization, at, id } = sending;
  if (!isNew(organization, at)) return accept([]);
  const { stored, room } = await openAtFirst(deps, sending);
  if (!room.ok) return room;
  const ids = [...room.value.map((open) => open.id), id];
  const ttl = ttlAfter(at, NEW_DAYS);
  return accept([firstWrite({ area: organization.area, id: organization.id, ttl }, stored, ids)]);
}
