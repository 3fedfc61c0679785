import type { TableName } from '#functions/store/table.ts';
import { signIns } from '#infra/operator/seed/people.ts';
import type { Assembly } from './assembly/assembly.ts';
import { type FunctionSpec, functionsOf } from './assembly/functions.ts';
import { identityOf } from './assembly/identity.ts';
import { type TableSpec, tablesOf } from './assembly/tables.ts';
import { type Aws, startAws } from './aws/endpoint.ts';
import { keptOffset } from './clock/offset.ts';
import { createClock, type SharedClock } from './clock/shared-clock.ts';
import type { Closing } from './closing.ts';
import type { Engine } from './engine/engine.ts';
import { createFront, type Front } from './front.ts';
import type { Home } from './home.ts';
import { IDENTITY_PATH, type Identity, startIdentity } from './identity/identity.ts';
import { peopleOf } from './identity/people.ts';
import { listen, stopListening } from './listen.ts';
import { type LocalAddresses, replaceOrigin } from './replacements.ts';
import { openStorage, tableNames } from './storage.ts';

export type FoundationOptions = {
  template: Assembly;
  home: Home;
  port: number;
  seed: 'demo' | 'empty';
  report: (message: string) => void;
};

/** What the portal's services stand on: clock, address, engine, identity provider, AWS endpoint. */
export type Foundation = {
  specs: readonly FunctionSpec[];
  tables: readonly TableSpec[];
  tableName: (table: TableName) => string;
  clock: SharedClock;
  front: Front;
  engine: Engine;
  identity: Identity;
  aws: Aws;
  addresses: LocalAddresses;
};

/** Lays the foundation; what was opened is in `closing`, also when a later part fails. */
export async function layFoundation(options: FoundationOptions, closing: Closing): Promise<Foundation> {
  const { template, home, report } = options;
  const specs = functionsOf(template);
  const tables = tablesOf(template);
  const tableName = tableNames(specs);
  const clock = createClock(keptOffset(home));
  const front = createFront(clock.now, report);
  const port = await listen(front.server, options.port);
  closing.add(() => stopListening(front.server));

  const origin = `http://localhost:${port}`;
  const opening = openStorage({ home, seed: options.seed, tables, nameOf: tableName, now: clock.now() });
  const people = async () => peopleOf((await opening).url, tableName('portal'), ABOUT);
  const starting = startProvider({ options, clock, origin, people });
  const [engine, identity] = await Promise.allSettled([opening, starting]).then(([storage, provider]) => {
    if (storage.status === 'fulfilled') closing.add(() => storage.value.close());
    if (provider.status === 'fulfilled') closing.add(() => provider.value.close());
    return Promise.all([opening, starting]);
  });
  const aws = await startAws({
    assembly: template,
    engineUrl: engine.url,
    storage: home.forAws(),
    clock: clock.now,
    onRefusal: ({ message }) => report(message),
  });
  closing.add(() => aws.close());
  const addresses = { origin, issuer: `${origin}${IDENTITY_PATH}`, awsUrl: aws.url, queueUrl: aws.queueUrl };
  return { specs, tables, tableName, clock, front, engine, identity, aws, addresses };
}

const ABOUT = new Map(signIns().map(({ email, about }) => [email, about]));

type Provider = {
  options: FoundationOptions;
  clock: SharedClock;
  origin: string;
  people: () => ReturnType<typeof peopleOf>;
};

/** The template's own clients, with the portal's local address for theirs. */
function startProvider({ options, clock, origin, people }: Provider): Promise<Identity> {
  const { template, home, report } = options;
  const local = (url: string) => replaceOrigin(url, { origin });
  return startIdentity({
    clock: clock.memory,
    issuer: `${origin}${IDENTITY_PATH}`,
    clients: identityOf(template).clients.map(({ id, callbackUrls, logoutUrls }) => ({
      id,
      callbackUrls: callbackUrls.map(local),
      logoutUrls: logoutUrls.map(local),
    })),
    keyFile: home.kept('identity.json'),
    logFile: home.file('logs/identity.log'),
    people,
    report,
  });
}
