import { returnsPlace } from '#functions/domain/capacity/hold.ts';
import { fullNow } from '#functions/domain/capacity/statement.ts';
import { capacityChange, findCapacity, placesChange } from '#functions/store/capacity.ts';
import type { Write } from '#functions/store/table.ts';
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
