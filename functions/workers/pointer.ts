import * as z from 'zod/mini';
import { eventFromItem } from '#functions/store/event.ts';
import { eventKeys } from '#functions/store/keys.ts';
import type { Table } from '#functions/store/table.ts';
import { Envelope } from '#shared/events/envelope.ts';
import { AreaId } from '#shared/model/area.ts';

/** What a queue carries: which event, never what it says. */
export const EventPointer = z.strictObject({
  aggregate: Envelope.shape.aggregate,
  version: Envelope.shape.version,
});
export type EventPointer = z.infer<typeof EventPointer>;

/** Asks the chain for a signed anchor of an area. */
export const AnchorRequest = z.strictObject({ anchor: AreaId });
export type AnchorRequest = z.infer<typeof AnchorRequest>;

/** The message that names an event. */
export const pointerTo = ({ aggregate, version }: Envelope): string => JSON.stringify({ aggregate, version });

/** The event a message names, strongly read; throws when there is none, which only a fault can bring about. */
export async function eventAt(table: Table, message: string): Promise<Envelope> {
  const { aggregate, version } = EventPointer.parse(JSON.parse(message));
  const item = await table.get('events', eventKeys.event(aggregate, version));
  if (item === undefined) throw new Error('A message names an event that is not there');
  return eventFromItem(item);
}
