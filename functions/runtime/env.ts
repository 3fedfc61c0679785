import * as z from 'zod/mini';

/**
 * The environment of each deployed function, one schema an entry. `infra` builds functions with the
 * same schemas, so that a variable nobody set is a compile error there, not a surprise at three in
 * the morning. Nothing here is secret: a function fetches no secret at cold start.
 */
const name = z.string().check(z.minLength(1));

const stage = { STAGE: name };
const web = {
  ...stage,
  /** The one origin, e.g. https://portal.example.org: what Origin must equal and links begin with. */
  ORIGIN: z.url(),
  /** SHA-256 (hex) of the secrets CloudFront may send in `x-origin-verify`, comma separated, two at most. */
  ORIGIN_SECRET_SHA256: name,
};
const directory = { TABLE_DIRECTORY: name };
const sessions = { TABLE_SESSIONS: name };
const portal = { TABLE_PORTAL: name };
const events = { TABLE_EVENTS: name };
const sealed = { TABLE_PEOPLE: name, TABLE_KEYS: name, PERSON_KEY_ID: name, MAC_KEY_ID: name };
/** Whoever hands events to those who follow them: at once, or when they were missed. */
const dispatching = {
  ...stage,
  ...events,
  ...portal,
  ...directory,
  QUEUE_MAIL_URL: z.url(),
  QUEUE_CHAIN_URL: z.url(),
  QUEUE_INSIGHT_URL: z.url(),
};

export const ENVIRONMENTS = {
  public: z.object({ ...web, ...directory }),
  /** The public pages of small grants, apart from search so that both start quickly. */
  grants: z.object({ ...web, ...directory }),
  'sign-in': z.object({
    ...web,
    ...sessions,
    ...portal,
    ...events,
    OIDC_ISSUER: z.url(),
    OIDC_CLIENT_ID: name,
  }),
  intake: z.object({ ...web, ...sessions, ...portal, ...events, ...directory }),
  /** The links that let somebody in; the only one beside sign-in that writes users. */
  joining: z.object({ ...web, ...sessions, ...portal, ...events }),
  staff: z.object({ ...web, ...sessions, ...portal, ...events, ...directory }),
  sealed: z.object({ ...web, ...sessions, ...portal, ...events, ...sealed }),
  commissioner: z.object({ ...web, ...sessions, TABLE_INSIGHT: name }),
  /** Stream of *events*, window 20 s: listing documents, cell blocks, manifest. */
  projector: z.object({ ...stage, ...events, ...portal, ...directory }),
  /** Stream of *events*, no window: writes room, hands mail, chain and insight to their queues. */
  dispatcher: z.object(dispatching),
  mailer: z.object({ ...stage, ...events, ...portal, ...sessions, ORIGIN: z.url(), MAIL_FROM: z.email() }),
  chain: z.object({ ...stage, ...events, TABLE_AUDIT: name, ANCHOR_KEY_ID: name }),
  insight: z.object({ ...stage, ...events, ...portal, TABLE_INSIGHT: name }),
  /** Once a day: freezes each closed quarter; the only one that reads raw evidence. */
  quarters: z.object({ ...stage, ...events, ...portal, TABLE_INSIGHT: name }),
  /** Every hour: what becomes due by the passing of time; says so in events and changes nothing else. */
  timers: z.object({ ...stage, ...events, ...portal }),
  /** Once a day: destroys what its time is over for; it can delete sealed records and open none. */
  retention: z.object({ ...stage, ...events, ...portal, TABLE_PEOPLE: name, TABLE_KEYS: name }),
  /** Every 10 minutes: re-drives events whose consumers left no mark. */
  sweeper: z.object(dispatching),
} as const;

export type FunctionName = keyof typeof ENVIRONMENTS;
export type Environment<Name extends FunctionName> = z.infer<(typeof ENVIRONMENTS)[Name]>;

/** Reads the environment of one function; throws at cold start when a variable is missing or unfit. */
export function readEnvironment<Name extends FunctionName>(name: Name): Environment<Name> {
  return ENVIRONMENTS[name].parse(process.env) as Environment<Name>;
}
