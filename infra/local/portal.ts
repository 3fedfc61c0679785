import { appendFileSync, mkdirSync } from 'node:fs';
import type { TableName } from '#functions/store/table.ts';
import { PATHS } from '#infra/build/paths.ts';
import type { RawAssembly } from './assembly/template.ts';
import type { Grant, Refusal } from './aws/access.ts';
import type { Aws } from './aws/endpoint.ts';
import type { MailStore } from './aws/mail-store.ts';
import { seedCaseload } from './caseload.ts';
import type { ClockDrive } from './clock/drive.ts';
import { type Closing, createClosing } from './closing.ts';
import { serve } from './edge/server.ts';
import { type Foundation, layFoundation } from './foundation.ts';
import { findRunning, forgetRunning, type Home, noteRunning, openHome } from './home.ts';
import { listen, stopListening } from './listen.ts';
import { LOCAL_PREFIX, localPage } from './local-pages.ts';
import { createServices, type Services } from './services.ts';
import { readTemplate } from './template.ts';

export type PortalOptions = {
  /** 0, the default: a free port. */
  port?: number;
  /** Data directory; with `memory` one that is gone at the end. */
  data?: string;
  seed?: 'demo' | 'empty';
  /** With the demonstration: its people get referrals of their own, too. */
  caseload?: boolean;
  storage?: 'file' | 'memory';
  /** The cloud assembly to run; default: the one that is built. */
  assembly?: string;
  /** Alters a copy of the template before it is run, e.g. takes one grant away. */
  change?: (raw: RawAssembly) => RawAssembly;
  /** Told of every refusal and of every fault outside a function. */
  report?: (message: string) => void;
};

/** A running portal. */
export type Portal = {
  /** `http://localhost:4600` */
  origin: string;
  /** The HTTP API beside the distribution: without the origin secret the functions refuse it. */
  apiOrigin: string;
  engineUrl: string;
  directory: string;
  mail: MailStore;
  clock: Pick<ClockDrive, 'now' | 'advance' | 'settle'>;
  /** The deployed name of a table. */
  tableName: (table: TableName) => string;
  refusals: () => readonly Refusal[];
  unusedGrants: () => Grant[];
  /** What was refused or went wrong outside a function, in sentences. */
  faults: () => readonly string[];
  /** What waits in each dead-letter queue, by its logical id. */
  deadLetters: () => Record<string, readonly string[]>;
  /** Calls back with whatever waits in a queue after each change of it; returns the way to stop. */
  watchQueues: (seen: (bodies: readonly string[]) => void) => () => void;
  /** Everything the functions printed. */
  logs: () => string;
  /** Makes one AWS service answer 503 until switched back. */
  setOutage: Aws['setOutage'];
  stopStreams: () => Promise<void>;
  startStreams: () => void;
  /** Starts a worker of every function that answers requests, so that the first visitor need not wait. */
  warm: () => Promise<void>;
  close: () => Promise<void>;
  /** Ends everything at once, the engine by SIGKILL, as a crash would; the data stays. */
  kill: () => Promise<void>;
};

/** Runs the synthesized assembly from what is built already; throws a sentence when it cannot. */
export async function startPortal(options: PortalOptions = {}): Promise<Portal> {
  const { storage = 'file', data = '.portal', port = 0, seed = 'demo' } = options;
  refuseSecond(storage, data);
  const template = readTemplate(options.assembly ?? PATHS.assembly, options.change);
  const home = openHome(storage, data);
  const closing = createClosing();
  closing.add(home.leave);
  const faults: string[] = [];
  const report = createReport(home, faults, options.report);
  try {
    const foundation = await layFoundation({ template, home, port, seed, report }, closing);
    if (options.caseload === true && seed === 'demo') await seedCaseload(foundation);
    const services = createServices({ template, home, foundation, report });
    const apiOrigin = await start({ home, foundation, services, report }, closing);
    return portal({ home, foundation, services, apiOrigin, faults, closing });
  } catch (error) {
    await closing.end().catch(() => undefined);
    throw error;
  }
}

function refuseSecond(storage: 'file' | 'memory', data: string): void {
  const running = storage === 'file' ? findRunning(data) : undefined;
  if (!running) return;
  throw new Error(
    `A portal runs on ${data} already: ${running.origin} (process ${running.pid}). Use that one, stop it with Ctrl-C, or start another beside it: PORT=4700 PORTAL_DATA=.portal-2 npm start`,
  );
}

function createReport(
  home: Home,
  faults: string[],
  tell: PortalOptions['report'],
): (message: string) => void {
  mkdirSync(home.file('logs'), { recursive: true });
  return (message) => {
    faults.push(message);
    appendFileSync(home.file('logs/runner.log'), `${message}\n`);
    tell?.(message);
  };
}

type Parts = { home: Home; foundation: Foundation; services: Services };

/** Sets everything going; answers the address of the API beside the distribution. */
async function start(
  { home, foundation, services, report }: Parts & { report: (message: string) => void },
  closing: Closing,
): Promise<string> {
  const { clock, front, identity, aws, engine, addresses } = foundation;
  const { functions, api, edge, queues, streams, drive } = services;
  closing.add(() => functions.close());
  const beside = serve({ handle: api, now: clock.now, onError: (error) => report(String(error)) });
  const apiPort = await listen(beside, 0);
  closing.add(() => stopListening(beside));
  closing.add(() => queues.stop());
  closing.add(() => streams.stop());
  closing.add(() => drive.stop());
  front.open(identity, (request) =>
    request.path.startsWith(LOCAL_PREFIX) ? localPage(request, { aws, drive }) : edge.handle(request),
  );
  queues.start();
  streams.start();
  drive.start();
  noteRunning(home, { origin: addresses.origin, engineUrl: engine.url });
  closing.add(() => forgetRunning(home));
  return `http://127.0.0.1:${apiPort}`;
}

type Running = Parts & { apiOrigin: string; faults: string[]; closing: Closing };

function portal({ home, foundation, services, apiOrigin, faults, closing }: Running): Portal {
  const { aws, engine, addresses, tableName } = foundation;
  const { functions, queues, streams, drive, webFunctions } = services;
  return {
    origin: addresses.origin,
    apiOrigin,
    engineUrl: engine.url,
    directory: home.path,
    mail: aws.mail,
    clock: drive,
    tableName,
    refusals: () => aws.refusals(),
    unusedGrants: () => aws.unusedGrants(),
    faults: () => faults,
    deadLetters: () => queues.deadLetters(),
    watchQueues: (seen) => aws.queues.onChange((arn) => seen(aws.queues.peek(arn))),
    logs: () => functions.logs(),
    setOutage: (service, down) => aws.setOutage(service, down),
    stopStreams: () => streams.stop(),
    startStreams: () => streams.start(),
    warm: () => functions.warm(webFunctions),
    close: () => closing.end(),
    kill: async () => {
      if (engine.pid !== undefined) process.kill(engine.pid, 'SIGKILL');
      // Told to close in the same turn: the engine's keeper must not start it again.
      await Promise.all([engine.close(), functions.close()]);
      await closing.end();
    },
  };
}
