import type { queueList } from '#shared/api/queue.ts';
import type { QueueKind } from '#shared/model/task.ts';
import type { Call, Reply } from '../../lib/api.ts';

export type Row = Reply<typeof queueList>['rows'][number];
/** What the part of a card for one kind is given; `onDone` says what was done and takes the card away. */
export type RowProps<Kind extends QueueKind = QueueKind> = {
  row: Extract<Row, { kind: Kind }>;
  now: string;
  call: Call;
  onDone: (said: string) => void;
};
