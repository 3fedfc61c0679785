import type { QueueKind } from '#shared/model/task.ts';
import { queueKinds } from '#shared/text/en/queue-kinds.ts';

const isKind = (text: string | null): text is QueueKind => text !== null && text in queueKinds;

/** The one kind the address asks for; undefined for all. */
export function kindOf(search: string): QueueKind | undefined {
  const kind = new URLSearchParams(search).get('kind');
  return isKind(kind) ? kind : undefined;
}

export const queueHref = (kind?: QueueKind): string =>
  kind === undefined ? '/queue' : `/queue?kind=${kind}`;
