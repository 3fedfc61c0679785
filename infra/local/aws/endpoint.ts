import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Assembly } from '../assembly/assembly.ts';
import { functionsOf } from '../assembly/functions.ts';
import { keysOf } from '../assembly/keys.ts';
import { queuesOf } from '../assembly/queues.ts';
import { tablesOf } from '../assembly/tables.ts';
import type { AccessRequest, Grant, Refusal } from './access.ts';
import { createDynamoDoor } from './dynamodb/door.ts';
import { type Authority, createAuthority } from './iam/authority.ts';
import { openKeyStore } from './kms/key-store.ts';
import { createKms } from './kms/service.ts';
import { type MailStore, openMailStore } from './mail-store.ts';
import { usePlatformGrants } from './platform.ts';
import { openQueueStore, type QueueStore } from './queue-store.ts';
import { createRouter, type Service } from './router.ts';
import { createSes } from './ses/service.ts';
import { createSqs } from './sqs/service.ts';
import { type AwsStorage, openStorage } from './storage.ts';

export type AwsOptions = {
  assembly: Assembly;
  /** Where the DynamoDB engine listens. */
  engineUrl: string;
  /** Keys, queues and mail survive in a directory (made, 0700) or live in memory. */
  storage: AwsStorage;
  /** The shared clock: delays, visibility and times of mail follow it. */
  clock: () => Date;
  /** Called the first time something is refused, also for `authorize`; the same again is only counted. */
  onRefusal?: (refusal: Refusal) => void;
};

export type Aws = {
  /** Value of AWS_ENDPOINT_URL for every function. */
  url: string;
  /** The local address of a queue named by its assembly URL; any other text is answered unchanged. */
  queueUrl(url: string): string;
  /** What a function's SDK finds in its environment (AWS_ACCESS_KEY_ID, AWS_ENDPOINT_URL, AWS_REGION …). */
  credentials(functionLogicalId: string): Record<string, string>;
  /** For what the platform does with a function's role (polling, dead letters): undefined when allowed, else recorded. */
  authorize(request: AccessRequest): Refusal | undefined;
  refusals(): readonly Refusal[];
  /** What the roles allow and nobody has used since the start. */
  unusedGrants(): Grant[];
  mail: MailStore;
  queues: QueueStore;
  /** Makes a service answer 503 until switched back: how an outage feels. */
  setOutage(service: Service, down: boolean): void;
  close(): Promise<void>;
};

/** Starts KMS, SES, SQS and the door to DynamoDB on one loopback port, every call judged by its caller's policies. */
export async function startAws(options: AwsOptions): Promise<Aws> {
  const { assembly, clock } = options;
  const authority = createAuthority({ assembly, clock, onRefusal: options.onRefusal });
  usePlatformGrants(assembly, authority);
  const storage = openStorage(options.storage);
  const queueSpecs = queuesOf(assembly);
  const queues = openQueueStore(storage.database, queueSpecs, clock);
  const mail = openMailStore(storage.database);
  const dynamo = createDynamoDoor(authority, tablesOf(assembly), options.engineUrl);
  const router = createRouter({
    dynamo,
    kms: createKms(openKeyStore(keysOf(assembly), storage.keyFile), authority),
    sqs: createSqs(queues, queueSpecs, authority),
    ses: createSes(assembly, mail, { authority, clock }),
  });
  const server = createServer({ keepAliveTimeout: 60_000 }, router.handle);
  const url = await listen(server);
  const addresses = new Map(queueSpecs.map((queue) => [queue.url, `${url}${new URL(queue.url).pathname}`]));
  return {
    url,
    queueUrl: (assemblyUrl) => addresses.get(assemblyUrl) ?? assemblyUrl,
    credentials: credentialsFrom(assembly, url),
    ...judging(authority),
    mail,
    queues,
    setOutage: router.setOutage,
    close: async () => {
      await stop(server);
      dynamo.close();
      storage.close();
    },
  };
}

const judging = (authority: Authority): Pick<Aws, 'authorize' | 'refusals' | 'unusedGrants'> => ({
  authorize: authority.authorize,
  refusals: authority.refusals,
  unusedGrants: authority.unusedGrants,
});

function credentialsFrom(assembly: Assembly, url: string): Aws['credentials'] {
  const known = new Map(functionsOf(assembly).map((it) => [it.logicalId, it]));
  return (functionLogicalId) => {
    const region = known.get(functionLogicalId)?.arn.split(':')[3];
    if (region === undefined) throw new Error(`The assembly has no function ${functionLogicalId}.`);
    return {
      AWS_ACCESS_KEY_ID: functionLogicalId,
      AWS_SECRET_ACCESS_KEY: 'local',
      AWS_SESSION_TOKEN: 'local',
      AWS_REGION: region,
      AWS_DEFAULT_REGION: region,
      AWS_ENDPOINT_URL: url,
    };
  };
}

function listen(server: Server<typeof IncomingMessage, typeof ServerResponse>): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (typeof address === 'object' && address !== null) resolve(`http://127.0.0.1:${address.port}`);
      else reject(new Error('The AWS endpoint has no port.'));
    });
  });
}

function stop(server: Server<typeof IncomingMessage, typeof ServerResponse>): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
