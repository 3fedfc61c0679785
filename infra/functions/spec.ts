import type { Environment, FunctionName } from '#functions/runtime/env.ts';
import type { INDEXES } from '#functions/store/keys.ts';
import type { TableName } from '#functions/store/table.ts';

/** What a function may do to a table: the port's operations and nothing else. There is no Scan. */
export type TableAction =
  | 'GetItem'
  | 'BatchGetItem'
  | 'Query'
  | 'PutItem'
  | 'UpdateItem'
  | 'DeleteItem'
  | 'ConditionCheckItem';
export type KeyName = 'person' | 'mac' | 'anchor';
export type KeyAction = 'GenerateDataKey' | 'Decrypt' | 'GenerateMac' | 'Sign';
export type QueueName = 'mail' | 'chain' | 'insight';

/** What starts a function. Windows, ages and rates are in the unit they name. */
export type Trigger =
  | { kind: 'http' }
  /** The stream of *events*. `windowSeconds`: how long a batch may gather. */
  | { kind: 'stream'; windowSeconds: number; batchSize: number }
  /** `atMost`: how many batches at once (SQS allows no fewer than two). */
  | { kind: 'queue'; queue: QueueName; batchSize: number; atMost?: number }
  | { kind: 'schedule'; everyMinutes: number };

/** The part of an environment variable's name that says what it points at, in lower case. */
type Named<Name extends FunctionName, Before extends string, After extends string> = keyof Environment<Name> &
  string extends infer Variable
  ? Variable extends `${Before}${infer Middle}${After}`
    ? Lowercase<Middle>
    : never
  : never;

/** The tables, queues and keys a function's environment names: what it must be granted, no more, no less. */
export type TablesOf<Name extends FunctionName> = Extract<Named<Name, 'TABLE_', ''>, TableName>;
export type QueuesOf<Name extends FunctionName> = Extract<Named<Name, 'QUEUE_', '_URL'>, QueueName>;
export type KeysOf<Name extends FunctionName> = Extract<Named<Name, '', '_KEY_ID'>, KeyName>;

/** What every deployed function has, whatever it may touch. */
export type Settings = {
  name: FunctionName;
  trigger: Trigger;
  memoryMegabytes: 256 | 512 | 1024;
  timeoutSeconds: number;
  indexes: readonly (keyof typeof INDEXES)[];
  /** Writes are limited to partition keys of these forms; a table that is not named is not limited. */
  writesOnly: Readonly<Partial<Record<TableName, readonly string[]>>>;
  /** The same for reads by key; a table that is not named is not limited. */
  readsOnly?: Readonly<Partial<Record<TableName, readonly string[]>>>;
  mails: boolean;
  /** What people notice when it fails, and the page of docs/runbooks that helps. */
  impact: string;
  runbook: string;
};

/** One deployed function. Its table, queue and key variables are set by the grants; see constructs/. */
export type Deployed<Name extends FunctionName> = Settings & {
  tables: Readonly<Record<TablesOf<Name>, readonly TableAction[]>>;
  sends: readonly QueuesOf<Name>[];
  keys: Readonly<Record<KeysOf<Name>, readonly KeyAction[]>>;
};

/** The same without the compiler's hold on one environment, for walking over all of them. */
export type AnyDeployed = Settings & {
  tables: Readonly<Partial<Record<TableName, readonly TableAction[]>>>;
  sends: readonly QueueName[];
  keys: Readonly<Partial<Record<KeyName, readonly KeyAction[]>>>;
};
