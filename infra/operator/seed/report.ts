import { eventWrite } from '#functions/store/event.ts';
import { type Suggestion, suggestionItem } from '#functions/store/suggestion.ts';
import type { Item } from '#functions/store/table.ts';
import { EventId, SuggestionId } from '#shared/model/ids.ts';
import { seededId } from './chance.ts';
import { DEMO_GROUP, NEW_GROUP } from './demonstration-groups.ts';
import { daysBefore } from './moments.ts';
import type { World } from './world.ts';

/** What somebody said yesterday of the first listed group of Manchester; nothing in an empty place. */
function reports({ groups, now }: Pick<World, 'groups' | 'now'>): Suggestion[] {
  const group = groups.find(
    ({ organization: { id, area, status } }) =>
      area === 'manchester' && status === 'checked' && id !== DEMO_GROUP && id !== NEW_GROUP,
  );
  if (group === undefined) return [];
  const { id: organizationId, area } = group.organization;
  return [
    {
      ...{ id: SuggestionId.parse(seededId('report moved')), area, organizationId, made: 'seed' },
      ...{ at: daysBefore(now, 1), resolved: null, topic: 'out_of_date' },
      text: 'I went along and the door was locked. A note says they now begin an hour later.',
    },
  ];
}

/** The report that waits for coordinator@. */
export const reportItems = (world: Pick<World, 'groups' | 'now'>): Item[] =>
  reports(world).map((report) => suggestionItem(report, 1));

/** Its event, in the chain of the group it is about. */
export const reportEventItems = (world: Pick<World, 'groups' | 'now'>): Item[] =>
  reports(world).flatMap(({ id, area, organizationId, at }) => {
    const write = eventWrite({
      ...{ id: EventId.parse(seededId('event report moved')), area, at, version: 1 },
      ...{ tenant: organizationId, aggregate: `suggestion#${id}`, actor: 'public' },
      ...{ type: 'suggestion.made', data: { organizationId, suggestionId: id } },
    });
    return write.kind === 'put' ? [write.item] : [];
  });
