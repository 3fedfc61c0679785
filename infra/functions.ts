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

const http = {
  trigger: { kind: 'http' },
  memoryMegabytes: 512,
  timeoutSeconds: 10,
  indexes: [],
  writesOnly: {},
  mails: false,
} as const;
/** What follows an event leaves marks beside the events and can write none of them. */
const follower = {
  indexes: [],
  writesOnly: { events: ['done#*'] },
  sends: [],
  keys: {},
  mails: false,
} as const;

/** Reads the session and extends its idle time. */
const session = ['GetItem', 'UpdateItem'] as const;
/** Reads the event a message names, and its own mark; leaves the mark. */
const marks = ['GetItem', 'PutItem'] as const;
const projections = ['GetItem', 'BatchGetItem', 'PutItem', 'DeleteItem'] as const;

/** Every function, by name. The compiler holds each to the environment its entry reads. */
export const FUNCTIONS: { readonly [Name in FunctionName]: Deployed<Name> } = {
  public: {
    ...http,
    name: 'public',
    memoryMegabytes: 1024,
    tables: { directory: ['GetItem', 'BatchGetItem'] },
    sends: [],
    keys: {},
    impact: 'Nobody can search the directory or read a group’s page.',
    runbook: 'public-pages-failing.md',
  },
  'sign-in': {
    ...http,
    name: 'sign-in',
    tables: {
      sessions: ['GetItem', 'PutItem', 'UpdateItem', 'DeleteItem'],
      portal: ['GetItem', 'BatchGetItem', 'PutItem', 'DeleteItem', 'ConditionCheckItem'],
      events: ['PutItem'],
    },
    sends: [],
    keys: {},
    impact: 'People cannot sign in, so referrals wait unread.',
    runbook: 'sign-in-failing.md',
  },
  intake: {
    ...http,
    name: 'intake',
    tables: {
      sessions: ['UpdateItem'],
      portal: ['GetItem', 'PutItem'],
      events: ['PutItem'],
    },
    writesOnly: {
      sessions: ['rate#*'],
      portal: ['*#suggestion#'],
      events: ['suggestion#*'],
    },
    sends: [],
    keys: {},
    impact: 'Nobody can say that a listing is wrong; what they wrote is not taken in.',
    runbook: 'staff-pages-failing.md',
  },
  staff: {
    ...http,
    name: 'staff',
    tables: {
      sessions: session,
      portal: ['GetItem', 'BatchGetItem', 'PutItem', 'UpdateItem'],
      events: ['PutItem', 'GetItem', 'BatchGetItem', 'Query'],
    },
    indexes: ['caseload', 'inbox'],
    sends: [],
    keys: {},
    impact: 'Groups cannot open or answer referrals and link workers cannot see their caseload.',
    runbook: 'staff-pages-failing.md',
  },
  sealed: {
    ...http,
    name: 'sealed',
    tables: {
      sessions: session,
      portal: ['GetItem', 'PutItem', 'UpdateItem', 'ConditionCheckItem'],
      events: ['PutItem'],
      people: ['GetItem', 'PutItem', 'DeleteItem'],
      keys: ['GetItem', 'PutItem', 'DeleteItem'],
    },
    sends: [],
    keys: { person: ['GenerateDataKey', 'Decrypt'], mac: ['GenerateMac'] },
    impact: 'No referral can be sent or accepted, and nobody can see how to reach a person who is waiting.',
    runbook: 'contact-details-failing.md',
  },
  commissioner: {
    ...http,
    name: 'commissioner',
    tables: { sessions: session, insight: ['Query'], events: ['PutItem'] },
    sends: [],
    keys: {},
    impact: 'Commissioners cannot see where there is too little.',
    runbook: 'insight-behind.md',
  },
  projector: {
    ...follower,
    name: 'projector',
    trigger: { kind: 'stream', windowSeconds: 20, batchSize: 100 },
    memoryMegabytes: 512,
    timeoutSeconds: 60,
    tables: { events: ['PutItem'], portal: ['GetItem', 'BatchGetItem'], directory: projections },
    impact: 'Changes to listings do not reach search: people read old times and places.',
    runbook: 'listings-behind.md',
  },
  dispatcher: {
    ...follower,
    name: 'dispatcher',
    trigger: { kind: 'stream', windowSeconds: 0, batchSize: 25 },
    memoryMegabytes: 256,
    timeoutSeconds: 30,
    tables: { events: ['PutItem'], portal: ['GetItem'], directory: ['GetItem', 'PutItem', 'DeleteItem'] },
    sends: ['mail', 'chain', 'insight'],
    impact: 'Groups are not told of new referrals and search shows yesterday’s room.',
    runbook: 'events-undelivered.md',
  },
  mailer: {
    ...follower,
    name: 'mailer',
    trigger: { kind: 'queue', queue: 'mail', batchSize: 5 },
    memoryMegabytes: 256,
    timeoutSeconds: 30,
    tables: {
      events: ['GetItem', 'PutItem', 'DeleteItem'],
      portal: ['GetItem', 'BatchGetItem', 'Query'],
    },
    writesOnly: { events: ['done#*', 'heard#*'] },
    mails: true,
    impact: 'Groups do not hear that somebody is waiting for their answer.',
    runbook: 'mail-waiting.md',
  },
  chain: {
    ...follower,
    name: 'chain',
    trigger: { kind: 'queue', queue: 'chain', batchSize: 10, atMost: 2 },
    memoryMegabytes: 256,
    timeoutSeconds: 30,
    tables: { events: marks, audit: ['GetItem', 'PutItem', 'Query'] },
    keys: { anchor: ['Sign'] },
    impact: 'The record of who looked at what is not sealed, so a change to it would not show.',
    runbook: 'audit-chain-behind.md',
  },
  insight: {
    ...follower,
    name: 'insight',
    trigger: { kind: 'queue', queue: 'insight', batchSize: 10 },
    memoryMegabytes: 256,
    timeoutSeconds: 30,
    tables: {
      events: marks,
      portal: ['GetItem'],
      insight: ['GetItem', 'PutItem', 'DeleteItem'],
    },
    impact: 'Commissioners see yesterday’s counts.',
    runbook: 'insight-behind.md',
  },
  sweeper: {
    ...follower,
    name: 'sweeper',
    trigger: { kind: 'schedule', everyMinutes: 10 },
    memoryMegabytes: 512,
    timeoutSeconds: 120,
    tables: {
      events: ['GetItem', 'BatchGetItem', 'PutItem'],
      portal: ['GetItem', 'BatchGetItem'],
      directory: projections,
    },
    indexes: ['slot'],
    writesOnly: { events: ['done#*', 'swept#*'] },
    sends: ['mail', 'chain', 'insight'],
    impact: 'What was lost on the way (a mail, a listing change) is no longer found and sent again.',
    runbook: 'sweeper-silent.md',
  },
};

export const deployed: readonly AnyDeployed[] = Object.values(FUNCTIONS);
