import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import type { FunctionSpec } from '#infra/local/assembly/functions.ts';
import type { RouteSpec } from '#infra/local/assembly/http-api.ts';
import { createClock, type SharedClock } from '#infra/local/clock/shared-clock.ts';
import { createPool, type FunctionPool } from '#infra/local/workers/pool.ts';

/** A directory of this test alone, removed at its end. */
export function ownDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'local-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

export const fixture = (name: string) => fileURLToPath(new URL(`./fixtures/${name}`, import.meta.url));

type PoolSettings = {
  bundle: string;
  directory: string;
  timeoutSeconds?: number;
  environment?: Record<string, string>;
  clock?: SharedClock;
};

/** A pool over one of the fixture bundles, ended with the test. */
export function poolOf({
  bundle,
  directory,
  timeoutSeconds = 5,
  environment = {},
  clock,
}: PoolSettings): FunctionPool {
  const pool = createPool({
    timeoutSeconds,
    environment,
    settings: {
      clock: (clock ?? createClock()).memory,
      code: fixture(bundle),
      handler: 'index.handler',
      functionName: `portal-${bundle}`,
      functionArn: functionArn(bundle),
      memoryMb: 256,
      logFile: join(directory, `${bundle}.log`),
      logStream: 'one',
    },
  });
  onTestFinished(() => pool.close());
  return pool;
}

export const functionArn = (name: string) => `arn:aws:lambda:eu-west-2:000000000000:function:portal-${name}`;

/** A route as the template describes one. */
export function route(routeKey: string, functionName = 'probe', change: Partial<RouteSpec> = {}): RouteSpec {
  const [method, path] = routeKey === '$default' ? [undefined, undefined] : routeKey.split(' ');
  return {
    routeKey,
    method,
    path,
    functionArn: functionArn(functionName),
    payloadFormat: '2.0',
    timeoutMilliseconds: 30_000,
    authorizationType: 'NONE',
    ...change,
  };
}

/** A function as the template describes one. */
export function functionSpec(name: string, change: Partial<FunctionSpec> = {}): FunctionSpec {
  return {
    logicalId: `${name}Function`,
    name: `portal-${name}`,
    arn: functionArn(name),
    roleArn: `arn:aws:iam::000000000000:role/${name}`,
    code: fixture(name),
    handler: 'index.handler',
    runtime: 'nodejs24.x',
    environment: {},
    timeoutSeconds: 5,
    memoryMb: 256,
    reservedConcurrency: undefined,
    deadLetterArn: undefined,
    asynchronousRetries: 2,
    tracing: false,
    own: true,
    ...change,
  };
}
