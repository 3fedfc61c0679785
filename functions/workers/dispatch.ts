import type { Queue } from '#functions/gateways/queue.ts';
import type { Logger } from '#functions/runtime/logger.ts';
import { markDone } from '#functions/store/done.ts';
import type { Envelope } from '#shared/events/envelope.ts';
import type { Instant } from '#shared/model/dates.ts';
import { ServiceId } from '#shared/model/ids.ts';
import { type BatchAnswer, eachOf, type Part } from './batch.ts';
import { noteClosing } from './closing.ts';
import { concerns } from './consumers.ts';
import { pointerTo } from './pointer.ts';
import { projectRoom } from './project-room.ts';
import type { Projecting } from './until-won.ts';

export const QUEUED = ['mail', 'chain', 'insight'] as const;
export type Queues = Readonly<Record<(typeof QUEUED)[number], Queue>>;
export type Dispatching = Projecting & { queues: Queues; now: () => Instant; log: Logger };

/** Copies the room that an event touched to *directory*, where results read it, and leaves the mark. */
export async function reactWithRoom(
  deps: Pick<Dispatching, 'table' | 'backoff' | 'now'>,
  event: Envelope,
): Promise<void> {
  const serviceId = ServiceId.parse(event.data['serviceId']);
  await projectRoom(deps, { area: event.area, serviceId });
  await markDone(deps.table, { consumer: 'room', eventId: event.id, now: deps.now() });
}

/**
 * The short way from a committed event to whoever must hear at once. Nuances: it reads the stream
 * without a window; room is copied here because a reader of results should not see a place that was just
 * taken; everything slower goes to a queue, ids only, after the room of the whole batch. A message sent
 * twice does no harm.
 */
export async function dispatch(deps: Dispatching, parts: readonly Part<Envelope>[]): Promise<BatchAnswer> {
  const ready: { id: string; event: Envelope }[] = [];
  const answer = await eachOf(
    parts.map(({ id, read }) => ({ id, read: () => ({ ...read(), part: id }) })),
    deps.log,
    async ({ part, ...event }) => {
      if (concerns('room', event)) await reactWithRoom(deps, event);
      if (concerns('closing', event)) await noteClosing(deps, event);
      ready.push({ id: part, event });
    },
  );
  const unsent = new Set<string>();
  for (const name of QUEUED) {
    const concerned = ready.filter(({ event }) => concerns(name, event));
    for (const id of await sendAll(deps.queues[name], concerned)) unsent.add(id);
  }
  const failures = [...unsent].map((itemIdentifier) => ({ itemIdentifier }));
  return { batchItemFailures: [...answer.batchItemFailures, ...failures] };
}

/** Hands events to a queue; answers the ids of those it did not take. */
async function sendAll(
  queue: Queue,
  concerned: readonly { id: string; event: Envelope }[],
): Promise<string[]> {
  const refused = await queue.send(concerned.map(({ event }) => pointerTo(event)));
  return refused.flatMap((index) => concerned[index]?.id ?? []);
}
