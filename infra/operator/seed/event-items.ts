import { type Link, NO_HEAD, nextLink } from '#functions/domain/audit/chain.ts';
import { askingWeek } from '#functions/domain/capacity/asking.ts';
import { hashOf } from '#functions/runtime/secrets.ts';
import { purgedItems as purgedOf } from '#functions/schedules/purge.ts';
import { askedItem } from '#functions/schedules/room-mail.ts';
import { lengthening } from '#functions/store/audit.ts';
import { eventFromItem, eventWrite } from '#functions/store/event.ts';
import { slotEnd, slotStart } from '#functions/store/event-slots.ts';
import { sweptItem } from '#functions/store/swept.ts';
import type { Item } from '#functions/store/table.ts';
import { DAY_LENGTH, dayOf, later } from '#shared/model/civil-time.ts';
import { EventId } from '#shared/model/ids.ts';
import { seededId } from './chance.ts';
import { SEEDER } from './mark.ts';
import type { World } from './world.ts';

/** One event an area and a group: what a rebuild walks to learn which groups there are. */
export function eventItems({ now, areas, groups }: World): Item[] {
  const common = { version: 1, at: now, actor: SEEDER };
  const writes = [
    ...areas.map(({ area }) =>
      eventWrite({
        ...common,
        id: EventId.parse(seededId(`event area ${area}`)),
        area,
        tenant: area,
        aggregate: `area#${area}`,
        type: 'area.changed',
        data: { area },
      }),
    ),
    ...groups.map(({ organization: { area, id } }) =>
      eventWrite({
        ...common,
        id: EventId.parse(seededId(`event ${id}`)),
        area,
        tenant: id,
        aggregate: `organization#${id}`,
        type: 'organization.changed',
        data: { organizationId: id },
      }),
    ),
  ];
  return writes.flatMap((write) => (write.kind === 'put' ? [write.item] : []));
}

/** What these events lead to is in the seed already: the sweeper begins after them. */
export const sweptItems = ({ now, areas }: World): Item[] =>
  areas.map(({ area }) => sweptItem(area, slotEnd(slotStart(now))));

/** Nobody is asked for room on the day of the seeding: the first asking is next Monday's. */
export const askedItems = ({ now, areas }: World): Item[] =>
  areas.map(({ area }) => askedItem(area, askingWeek(later(now, DAY_LENGTH))));

/** Nothing of the demonstration closed so long ago that it should have been destroyed. */
export const purgedItems = ({ now, areas }: World): Item[] =>
  areas.flatMap(({ area }) => purgedOf(area, dayOf(now)));

/** Each event in the chain of its tenant, as the chain worker would have left it. */
export const chainItems = (events: readonly Item[]): Item[] =>
  [...Map.groupBy(events.map(eventFromItem), ({ area, tenant }) => `${area}#${tenant}`).values()].flatMap(
    (chain) => {
      const [first] = chain;
      if (first === undefined) return [];
      const links: Link[] = [];
      for (const event of chain)
        links.push(nextLink(hashOf, links.at(-1) ?? NO_HEAD, { ...event, text: JSON.stringify(event) }));
      const none = { value: { ...NO_HEAD, anchored: 0 }, version: 0 };
      return lengthening(first, none, links).flatMap((write) => (write.kind === 'put' ? [write.item] : []));
    },
  );
