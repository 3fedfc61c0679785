import { errorFields } from '#functions/runtime/logger.ts';
import { listAreas } from '#functions/store/area-list.ts';
import { undone } from '#functions/store/done.ts';
import { eventFromItem } from '#functions/store/event.ts';
import { eventItems, slotEnd, slotStart, slotsBetween } from '#functions/store/event-slots.ts';
import { findSwept, keepSwept } from '#functions/store/swept.ts';
import type { Item } from '#functions/store/table.ts';
import { noteClosing } from '#functions/workers/closing.ts';
import { type Consumer, consumersOf } from '#functions/workers/consumers.ts';
import { type Dispatching, reactWithRoom } from '#functions/workers/dispatch.ts';
import { reactWithListing } from '#functions/workers/listing.ts';
import { pointerTo } from '#functions/workers/pointer.ts';
import type { Envelope } from '#shared/events/envelope.ts';
import type { AreaId } from '#shared/model/area.ts';
import { later } from '#shared/model/civil-time.ts';
import type { Instant } from '#shared/model/dates.ts';
import { sideBySide } from './side-by-side.ts';

/** An event is given this long before anybody asks after it. */
export const PATIENCE_MINUTES = 10;
/** How far back a sweep looks: well within the time marks are kept, so that nothing done is done again. */
export const REACH_HOURS = 36;
/** Slots looked at side by side: matters after a while without a sweep, as each run finds one or two. */
const SLOTS_AT_ONCE = 12;

type Due = { consumer: Consumer; eventId: string; event: Envelope };
/** `left`: what is not known to be done after all, so that the next run looks at this slot again. */
type Found = { slot: Instant; redriven: number; left: number; events: number };

/**
 * Finds events that somebody should have done something about and did not, and sees to it again.
 * Nuances: it starts at the oldest slot that was not complete last time, so a quiet portal is swept by
 * two queries an area; an event that cannot be read holds that place, is named in the log on each run,
 * and is served by the first run after the repair; past its reach it is given up, loudly. Afterwards it
 * asks for a signed anchor where anything happened.
 */
export async function sweep(deps: Dispatching): Promise<void> {
  for (const area of await listAreas(deps.table)) {
    try {
      await sweepArea(deps, area);
    } catch (error) {
      deps.log.error('an area could not be swept', errorFields(error));
    }
  }
}

async function sweepArea(deps: Dispatching, area: AreaId): Promise<void> {
  const now = deps.now();
  const until = later(now, -PATIENCE_MINUTES * 60_000);
  const reach = slotStart(later(now, -REACH_HOURS * 3_600_000));
  const left = (await findSwept(deps.table, area)) ?? reach;
  const lost = slotsBetween(left, reach).length - 1;
  if (lost > 0) deps.log.error('events were given up undone', { count: lost });
  const from = lost > 0 ? reach : left;
  let complete: Instant = from;
  let held = false;
  let seen = 0;
  const look = (slot: Instant) => sweepSlot(deps, { area, slot, until });
  for (const found of await sideBySide(slotsBetween(from, until), SLOTS_AT_ONCE, look)) {
    const end = slotEnd(found.slot);
    seen += found.events;
    held ||= found.left > 0 || end > until;
    if (!held) complete = end;
  }
  if (complete !== left) await keepSwept(deps.table, area, complete);
  if (seen > 0) await deps.queues.chain.send([JSON.stringify({ anchor: area })]);
}

async function sweepSlot(
  deps: Dispatching,
  of: { area: AreaId; slot: Instant; until: Instant },
): Promise<Found> {
  const total = { slot: of.slot, redriven: 0, left: 0, events: 0 };
  for await (const items of eventItems(deps.table, of)) {
    const events = items.flatMap((item) => readable(deps, item));
    const due = events.flatMap((event) =>
      consumersOf(event).map((consumer): Due => ({ consumer, eventId: event.id, event })),
    );
    const missing = await undone(deps.table, due);
    for (const one of missing) total.left += Number(!(await redrive(deps, one)));
    total.redriven += missing.length;
    total.left += items.length - events.length;
    total.events += items.length;
  }
  if (total.redriven > 0) deps.log.warn('events were left undone', { count: total.redriven });
  return total;
}

/** The event, or nothing when it cannot be read: named in the log, and looked at again next time. */
function readable(deps: Dispatching, item: Item): Envelope[] {
  try {
    const event = eventFromItem(item);
    consumersOf(event);
    return [event];
  } catch (error) {
    deps.log.error('an event cannot be read', { aggregate: item.pk, ...errorFields(error) });
    return [];
  }
}

/** Sees to one event again: at once where this function can (then it is done), else by its queue. */
async function redrive(deps: Dispatching, { consumer, event }: Due): Promise<boolean> {
  try {
    if (consumer === 'room') await reactWithRoom(deps, event);
    else if (consumer === 'closing') await noteClosing(deps, event);
    else if (consumer === 'listing') await reactWithListing(deps, event);
    else await deps.queues[consumer].send([pointerTo(event)]);
    return consumer === 'room' || consumer === 'listing' || consumer === 'closing';
  } catch (error) {
    const about = { eventId: event.id, consumer, ...errorFields(error) };
    deps.log.error('an event could not be seen to again', about);
    return false;
  }
}
