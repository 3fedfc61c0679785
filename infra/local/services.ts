import { createHttpApi, type HttpApi } from './api/http-api.ts';
import type { Assembly } from './assembly/assembly.ts';
import { bucketDeploymentsOf } from './assembly/bucket-deployments.ts';
import { distributionOf } from './assembly/distribution.ts';
import { eventSourcesOf } from './assembly/event-sources.ts';
import { httpApiOf } from './assembly/http-api.ts';
import { queuesOf } from './assembly/queues.ts';
import { schedulesOf } from './assembly/schedules.ts';
import { type ClockDrive, createClockDrive } from './clock/drive.ts';
import { keepOffset } from './clock/offset.ts';
import { sweepExpired } from './clock/sweep.ts';
import { createBucket } from './edge/bucket.ts';
import { createEdge, type Edge } from './edge/distribution.ts';
import type { Foundation } from './foundation.ts';
import type { Home } from './home.ts';
import { createQueues, type Queues } from './queues/queues.ts';
import { createSchedules } from './schedules/schedules.ts';
import { drained } from './settle.ts';
import type { Platform } from './streams/platform.ts';
import { createStreams, type Streams } from './streams/streams.ts';
import { createFunctions, type Functions } from './workers/functions.ts';

export type ServicesOptions = {
  template: Assembly;
  home: Home;
  foundation: Foundation;
  report: (message: string) => void;
};

export type Services = {
  functions: Functions;
  /** ARNs of the functions that answer requests. */
  webFunctions: readonly string[];
  api: HttpApi;
  edge: Edge;
  streams: Streams;
  queues: Queues;
  drive: ClockDrive;
};

/** Builds every service of the template on its foundation; nothing runs yet. */
export function createServices(options: ServicesOptions): Services {
  const { template, home, foundation, report } = options;
  const { clock, aws, specs, tables, addresses } = foundation;
  const functions = createFunctions({
    specs,
    clock,
    addresses,
    credentials: (logicalId) => aws.credentials(logicalId),
    logDirectory: home.file('logs'),
  });
  const allowed: Platform['allowed'] = (request) => aws.authorize(request) === undefined;
  const platform: Platform = { functions, queues: aws.queues, allowed, report };
  const eventSources = eventSourcesOf(template);
  const streams = createStreams({
    eventSources,
    tables,
    engineUrl: foundation.engine.url,
    platform,
    checkpointFile: home.kept('streams.json'),
  });
  const queues = createQueues({ eventSources, specs: queuesOf(template) }, platform);
  const spec = httpApiOf(template);
  const api = withNudge(createHttpApi({ spec, invoke: functions.invoke, now: clock.now }), streams);
  return {
    functions,
    webFunctions: [...new Set(spec.routes.map(({ functionArn }) => functionArn))],
    api,
    edge: createSite(options, api),
    streams,
    queues,
    drive: createDrive(options, { platform, streams, queues }),
  };
}

type Moving = { platform: Platform; streams: Streams; queues: Queues };

function createDrive({ template, home, foundation, report }: ServicesOptions, moving: Moving): ClockDrive {
  const { clock, tables, engine } = foundation;
  const schedules = createSchedules({
    specs: schedulesOf(template),
    platform: moving.platform,
    now: clock.now,
    stateFile: home.kept('schedules.json'),
  });
  return createClockDrive({
    clock,
    schedules,
    report,
    drained: () => drained(moving),
    sweep: async () => {
      await sweepExpired(engine.url, tables, clock.now());
    },
    keep: (offsetSeconds) => keepOffset(home, offsetSeconds),
  });
}

function createSite({ template, foundation }: ServicesOptions, api: HttpApi): Edge {
  const deployments = bucketDeploymentsOf(template);
  const names = new Set(deployments.map(({ bucket }) => bucket));
  const buckets = new Map(
    [...names].map((name) => [name, createBucket(deployments.filter(({ bucket }) => bucket === name))]),
  );
  return createEdge({ spec: distributionOf(template), api, buckets, now: foundation.clock.now });
}

/** A change is in the stream when its answer is on the way: the pollers need not wait for their next turn. */
function withNudge(api: HttpApi, streams: Streams): HttpApi {
  return async (request) => {
    const response = await api(request);
    if (request.method !== 'GET' && request.method !== 'HEAD') streams.nudge();
    return response;
  };
}
