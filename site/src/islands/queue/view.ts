import type { QueueKind } from '#shared/model/task.ts';
import { queue as words } from '#shared/text/en/queue.ts';

/** What the page shows, all of it in the address: the queue, one kind of it, or what has been done. */
export type QueueView = { isDone: boolean; kind: QueueKind | undefined };

const isKind = (text: string | null): text is QueueKind => text !== null && text in words.kinds;

/** Reads the address; anything it does not know is left out. */
export function readQueueView(search: string): QueueView {
  const query = new URLSearchParams(search);
  const kind = query.get('kind');
  return { isDone: query.get('view') === 'done', kind: isKind(kind) ? kind : undefined };
}

export const queueHref = (kind?: QueueKind): string =>
  kind === undefined ? '/queue' : `/queue?kind=${kind}`;
export const DONE_HREF = '/queue?view=done';
