import type { Deps } from '#functions/commands/deps.ts';
import { markOf } from '#functions/commands/mark.ts';
import { stateCapacity } from '#functions/commands/state-capacity.ts';
import type { Instant } from '#shared/model/dates.ts';
import type { Principal } from '#shared/model/roles.ts';
import { seededId } from './chance.ts';
import { DEMO_GROUP } from './demonstration-groups.ts';
import type { World } from './world.ts';

/**
 * The demonstration group says how much room it has, as the seed has it: after all whom it was sent before,
 * whose places are no part of the number, and before who is sent after that.
 */
export async function sayRoomAnew(
  deps: Deps,
  { groups }: Pick<World, 'groups'>,
  { principal, at }: { principal: Principal; at: Instant },
): Promise<void> {
  const group = groups.find(({ organization }) => organization.id === DEMO_GROUP);
  for (const [serviceId, capacity] of group?.capacities ?? []) {
    if (capacity === null) continue;
    const { state, places } = capacity;
    const mark = markOf(seededId(`room ${serviceId}`), state);
    const said = await stateCapacity(deps, { principal, serviceId, mark, at }, { state, places });
    if (!said.ok) throw new Error(`The demonstration could not say its room: ${said.refusal.code}`);
  }
}
