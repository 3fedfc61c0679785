import { sayRoom } from '#functions/domain/capacity/statement.ts';
import { accept, type Result, refuse } from '#functions/domain/result.ts';
import { capacityChange, findCapacity, type StoredCapacity } from '#functions/store/capacity.ts';
import { type LiveLink, linkStands } from '#functions/store/link-token.ts';
import { findLinkUndo, linkUndoWrite } from '#functions/store/link-undo.ts';
import type { Capacity, CapacityState } from '#shared/model/capacity.ts';
import type { Instant } from '#shared/model/dates.ts';
import { OrganizationId, type ServiceId } from '#shared/model/ids.ts';
import type { Deps } from './deps.ts';
import { tell } from './tell.ts';

/** A press on the page of a room link. */
export type Pressing = { link: LiveLink; serviceId: ServiceId; at: Instant };
/** What is true now, and what was said before the press. */
export type Pressed = { capacity: Capacity; before: Capacity | null };

/** Pressing the same button twice within so long says one thing. */
const SAME_PRESS = 10 * 60_000;

/** The activity, if it is one of the group the link was mailed for. */
async function activityOf(
  { table }: Deps,
  { link, serviceId }: Pressing,
): Promise<StoredCapacity | undefined> {
  const found = await findCapacity(table, { area: link.area, id: serviceId });
  return found?.value.organizationId === link.subject ? found : undefined;
}

const ofActivity = ({ link, serviceId }: Pressing, before: StoredCapacity) => ({
  area: link.area,
  tenant: link.subject,
  aggregate: `capacity#${serviceId}`,
  version: before.version + 1,
});

/**
 * Whoever was mailed a room link says how much room there is, in words. What was said before is kept
 * beside the link, so that the press can be taken back. Refuses `not_found` for an activity of another
 * group and `changed_meanwhile` when somebody else came first or the link was replaced.
 */
export async function stateByLink(
  deps: Deps,
  pressing: Pressing,
  state: CapacityState,
): Promise<Result<Pressed>> {
  const { link, serviceId, at } = pressing;
  const before = await activityOf(deps, pressing);
  if (before === undefined) return refuse('not_found');
  const undo = await findLinkUndo(deps.table, link.hash, serviceId);
  const standing = before.value.capacity;
  const again =
    undo?.version === before.version &&
    standing?.state === state &&
    Date.parse(at) - Date.parse(standing.asOf) < SAME_PRESS;
  if (again) return accept({ capacity: standing, before: undo.before });
  const said = sayRoom(standing, { state, places: null }, at);
  if (!said.ok) return said;
  const written = await deps.table.transact([
    capacityChange(link.area, before, { ...before.value, capacity: said.value }),
    tell(deps, ofActivity(pressing, before), {
      userId: 'link',
      at,
      type: 'capacity.stated',
      data: { organizationId: OrganizationId.parse(link.subject), serviceId, state, places: null },
    }),
    linkUndoWrite({ link, serviceId }, { before: standing, version: before.version + 1 }),
    linkStands(link),
  ]);
  return written.ok ? accept({ capacity: said.value, before: standing }) : refuse('changed_meanwhile');
}

/**
 * Takes the last press of this link back: room is as it was, with its old date. Refuses `not_found` for
 * another group's activity and `changed_meanwhile` when somebody has said something since.
 */
export async function undoByLink(deps: Deps, pressing: Pressing): Promise<Result<Capacity | null>> {
  const { link, serviceId, at } = pressing;
  const standing = await activityOf(deps, pressing);
  if (standing === undefined) return refuse('not_found');
  const undo = await findLinkUndo(deps.table, link.hash, serviceId);
  if (undo?.version !== standing.version) return refuse('changed_meanwhile');
  const written = await deps.table.transact([
    capacityChange(link.area, standing, { ...standing.value, capacity: undo.before }),
    tell(deps, ofActivity(pressing, standing), {
      userId: 'link',
      at,
      type: 'capacity.undone',
      data: { organizationId: OrganizationId.parse(link.subject), serviceId },
    }),
    linkStands(link),
  ]);
  return written.ok ? accept(undo.before) : refuse('changed_meanwhile');
}
