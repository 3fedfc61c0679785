import { returnsPlace } from '#functions/domain/capacity/hold.ts';
import { fullNow, silentNow } from '#functions/domain/capacity/statement.ts';
import { capacityChange, findCapacity, placesChange, silenceChange } from '#functions/store/capacity.ts';
import type { Write } from '#functions/store/table.ts';
import type { Instant } from '#shared/model/dates.ts';
import type { Referral } from '#shared/model/referral.ts';
import type { Judged, Step } from './change-referral.ts';
import type { Deps } from './deps.ts';

const capacityOf = ({ table }: Deps, { area, serviceId }: Referral, { read }: Judged) =>
  findCapacity(table, { area, id: serviceId }, read);

/** The write that gives a held place back, where there is a number to give it back to. */
export async function placeReturned(
  deps: Deps,
  judged: Judged,
  { place }: Step['decided'],
): Promise<Write[]> {
  if (place === 'keep') return [];
  const found = await capacityOf(deps, judged.referral, judged);
  if (found === undefined || !returnsPlace(found.value.capacity, judged.referral.sentAt)) return [];
  return [placesChange(judged.referral.area, found.value, 1)];
}

/** The write that says an activity is full, as its reader just did by declining for want of room. */
export async function saidFull(deps: Deps, judged: Judged): Promise<Write[]> {
  const found = await capacityOf(deps, judged.referral, judged);
  if (found === undefined) return [];
  const capacity = fullNow(found.value.capacity, judged.acting.at);
  return [capacityChange(judged.referral.area, found, { ...found.value, capacity })];
}

/** The write that gives a place back and says that nothing is known of the room of a group that does not answer. */
export async function fellSilent(
  deps: Pick<Deps, 'table'>,
  referral: Referral,
  at: Instant,
): Promise<Write[]> {
  const found = await findCapacity(deps.table, { area: referral.area, id: referral.serviceId });
  if (found === undefined || found.value.capacity === null) return [];
  const { capacity } = found.value;
  const back = referral.holdsPlace && returnsPlace(capacity, referral.sentAt);
  return [silenceChange(referral.area, found, { capacity: silentNow(capacity, at), back })];
}
