import type { z } from 'zod/mini';
import { Envelope } from '#shared/events/envelope.ts';
import { type EventType, events } from '#shared/events/index.ts';
import { ttlAfter } from './expiry.ts';
import { eventKeys } from './keys.ts';
import type { Item, Write } from './table.ts';

/** An event before it is written: the envelope with the data its type declares. */
export type NewEvent<T extends EventType = EventType> = Omit<Envelope, 'type' | 'v' | 'data'> & {
  type: T;
  data: z.infer<(typeof events)[T]>;
};

/** Eight years (security.md 5.4), and a month in which an anchor that saw the event has become as old. */
export const EVENT_KEPT_DAYS = 8 * 365 + 2 + 30;
/** Things that stay: a rebuild finds them by their first event, which stays with them. */
const LASTING = ['area', 'organization', 'service', 'capacity', 'grant'];

/** When an event is gone, beside its item; nothing for the first event of what stays. */
const gone = ({ aggregate, version, at }: Envelope): { ttl?: number } =>
  version === 1 && LASTING.includes(aggregate.split('#')[0] ?? '')
    ? {}
    : { ttl: ttlAfter(at, EVENT_KEPT_DAYS) };

/** The write that puts an event beside the state it tells of; fails when that version is taken. */
export function eventWrite<T extends EventType>(event: NewEvent<T>): Write {
  const data = events[event.type].parse(event.data);
  const envelope = Envelope.parse({ ...event, v: 1, data });
  const item: Item = {
    ...eventKeys.event(envelope.aggregate, envelope.version),
    schema: 1,
    ...gone(envelope),
    slot: eventKeys.slot(envelope.area, envelope.at),
    at: `${envelope.at}#${envelope.id}`,
    type: envelope.type,
    body: JSON.stringify(envelope),
  };
  return { kind: 'put', table: 'events', item, expected: 'absent' };
}

/** Reads an event back from its item. */
export function eventFromItem(item: Item): Envelope {
  return Envelope.parse(JSON.parse(String(item['body'])));
}
