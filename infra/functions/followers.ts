import type { Deployed } from './spec.ts';

/** What follows an event leaves marks beside the events and can write none of them. */
const follower = {
  indexes: [],
  writesOnly: { events: ['done#*'] },
  sends: [],
  keys: {},
  mails: false,
} as const;

/** Reads the event a message names, and its own mark; leaves the mark. */
const marks = ['GetItem', 'PutItem'] as const;
const projections = ['GetItem', 'BatchGetItem', 'PutItem', 'DeleteItem'] as const;

type Names =
  | 'projector'
  | 'dispatcher'
  | 'mailer'
  | 'chain'
  | 'insight'
  | 'timers'
  | 'quarters'
  | 'retention'
  | 'sweeper';

/** The functions that follow events or the clock. */
export const followers: { readonly [Name in Names]: Deployed<Name> } = {
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
    writesOnly: { events: ['done#*', 'closed#*'] },
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
      sessions: ['GetItem', 'PutItem'],
    },
    writesOnly: { events: ['done#*', 'heard#*'], sessions: ['link#*'] },
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
  quarters: {
    ...follower,
    name: 'quarters',
    trigger: { kind: 'schedule', everyMinutes: 1440 },
    memoryMegabytes: 512,
    timeoutSeconds: 120,
    tables: {
      events: ['PutItem'],
      portal: ['GetItem'],
      insight: ['GetItem', 'Query', 'PutItem'],
    },
    readsOnly: { portal: ['areas#', '*#area#'], insight: ['*#evidence#*', '*#snapshot#'] },
    writesOnly: { events: ['quarter#*'], insight: ['*#snapshot#'] },
    impact: 'Commissioners do not see the quarter that has closed.',
    runbook: 'insight-behind.md',
  },
  timers: {
    ...follower,
    name: 'timers',
    trigger: { kind: 'schedule', everyMinutes: 60 },
    memoryMegabytes: 256,
    timeoutSeconds: 120,
    tables: {
      events: ['GetItem', 'BatchGetItem', 'PutItem'],
      portal: ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem'],
    },
    indexes: ['caseload', 'inbox'],
    writesOnly: {
      events: ['asked#*', 'room_asking#*', 'nudge#*', 'referral#*', 'safeguarding_due#*', 'task#*'],
      portal: ['*#referral#*', '*#service#*', '*#task#*'],
    },
    impact: 'Nobody is told of a referral that waits, none expires, and groups are not asked for their room.',
    runbook: 'timers-failing.md',
  },
  retention: {
    ...follower,
    name: 'retention',
    trigger: { kind: 'schedule', everyMinutes: 1440 },
    memoryMegabytes: 256,
    timeoutSeconds: 120,
    tables: {
      events: ['GetItem', 'Query', 'PutItem', 'DeleteItem'],
      portal: ['GetItem', 'PutItem', 'DeleteItem'],
      people: ['GetItem', 'DeleteItem'],
      keys: ['DeleteItem'],
    },
    readsOnly: {
      events: ['asked#*', 'closed#*'],
      portal: ['areas#', '*#referral#*'],
      people: ['*#person#*', '*#same#*'],
    },
    writesOnly: {
      events: ['asked#*', 'closed#*', 'referral#*'],
      portal: ['*#referral#*', '*#reference#*'],
      people: ['*#person#*', '*#same#*'],
      keys: ['*#person#*'],
    },
    impact: 'Contact details are kept for longer than people were promised.',
    runbook: 'retention-behind.md',
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
    writesOnly: { events: ['done#*', 'swept#*', 'closed#*'] },
    sends: ['mail', 'chain', 'insight'],
    impact: 'What was lost on the way (a mail, a listing change) is no longer found and sent again.',
    runbook: 'sweeper-silent.md',
  },
};
