import type { Deployed } from './spec.ts';

const http = {
  trigger: { kind: 'http' },
  memoryMegabytes: 512,
  timeoutSeconds: 10,
  indexes: [],
  writesOnly: {},
  mails: false,
} as const;

/** Reads the session and extends its idle time. */
const session = ['GetItem', 'UpdateItem'] as const;
type Names = 'public' | 'grants' | 'sign-in' | 'intake' | 'joining' | 'staff' | 'sealed' | 'commissioner';

/** The functions that answer requests: one for each access boundary. */
export const httpFunctions: { readonly [Name in Names]: Deployed<Name> } = {
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
  grants: {
    ...http,
    name: 'grants',
    tables: { directory: ['GetItem', 'BatchGetItem'] },
    sends: [],
    keys: {},
    impact: 'Groups cannot look through small grants.',
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
      sessions: ['GetItem', 'PutItem', 'UpdateItem', 'ConditionCheckItem'],
      portal: ['GetItem', 'BatchGetItem', 'PutItem', 'UpdateItem'],
      events: ['PutItem'],
      directory: ['GetItem'],
    },
    writesOnly: {
      sessions: ['rate#*', 'link#*'],
      portal: ['*#suggestion#', '*#service#*', '*#referral#*', '*#registration#*'],
      events: ['suggestion#*', 'capacity#*', 'registration#*', 'referral#*'],
    },
    sends: [],
    keys: {},
    impact:
      'No group can register, links in our mails do not open, and nobody can say that a listing is wrong.',
    runbook: 'staff-pages-failing.md',
  },
  joining: {
    ...http,
    name: 'joining',
    tables: {
      sessions: ['GetItem', 'PutItem'],
      portal: ['GetItem', 'PutItem', 'UpdateItem'],
      events: ['PutItem'],
    },
    writesOnly: {
      sessions: ['link#*'],
      portal: [
        // When a group gets its first reader: what senders rely on, and what a coordinator looks after.
        '*#service#*',
        '*#task#*',
        '*#registration#*',
        '*#groupname#*',
        '*#organization#*',
        '*#scheme#*',
        '*#staff#',
        '*#invitation#*',
        'user#*',
        'invite#*',
      ],
      events: ['organization#*', 'invite#*', 'safeguarding#*'],
    },
    sends: [],
    keys: {},
    impact: 'Nobody who was invited can come in, and no group can confirm that it wants to be listed.',
    runbook: 'sign-in-failing.md',
  },
  staff: {
    ...http,
    name: 'staff',
    tables: {
      // Whoever changes what others may do, or closes their account, ends their sessions with it.
      sessions: [...session, 'PutItem', 'DeleteItem', 'ConditionCheckItem'],
      portal: [
        'GetItem',
        'BatchGetItem',
        'Query',
        'PutItem',
        'UpdateItem',
        'DeleteItem',
        'ConditionCheckItem',
      ],
      events: ['PutItem', 'GetItem', 'BatchGetItem', 'Query'],
      directory: ['GetItem'],
    },
    indexes: ['caseload', 'inbox'],
    // Where the postcode of a group’s place lies, and nothing else of what is public.
    readsOnly: { directory: ['outcode#*', 'elsewhere'] },
    writesOnly: { sessions: ['session#*', 'user#*', 'rate#*'] },
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
    tables: { sessions: session, insight: ['Query'] },
    // What was counted raw is in the same table, and out of reach.
    readsOnly: { sessions: ['session#*'], insight: ['*#supply#', '*#snapshot#'] },
    writesOnly: { sessions: ['session#*'] },
    sends: [],
    keys: {},
    impact: 'Commissioners cannot see where there is too little.',
    runbook: 'insight-behind.md',
  },
};
