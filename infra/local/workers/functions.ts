import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FunctionSpec } from '../assembly/functions.ts';
import type { SharedClock } from '../clock/shared-clock.ts';
import { type LocalAddresses, replaceEnvironment } from '../replacements.ts';
import { createPool, type FunctionPool } from './pool.ts';
import type { Outcome, Shape } from './protocol.ts';

export type FunctionsOptions = {
  specs: readonly FunctionSpec[];
  clock: SharedClock;
  addresses: LocalAddresses;
  /** What the platform gives a function to sign its calls with, by logical id. */
  credentials: (logicalId: string) => Record<string, string>;
  logDirectory: string;
};

/** Every function of the assembly by its ARN. */
export type Functions = {
  /** Throws when no function has this ARN: the template names something that is not there. */
  invoke: (arn: string, event: unknown, shape?: Shape) => Promise<Outcome>;
  find: (arn: string) => FunctionSpec | undefined;
  warm: (arns: readonly string[]) => Promise<void>;
  busy: () => number;
  /** Everything the functions printed and the platform noted since the log directory was made. */
  logs: () => string;
  close: () => Promise<void>;
};

/**
 * The whole environment of a worker: the template's, with the replacements, and what Lambda's own runtime
 * sets for every function.
 */
export function workerEnvironment(
  spec: FunctionSpec,
  addresses: LocalAddresses,
  credentials: Record<string, string>,
): Record<string, string> {
  return {
    ...replaceEnvironment(spec.environment, addresses),
    ...runtimeEnvironment(spec),
    ...credentials,
  };
}

/** What Lambda sets beside the configured variables. */
export function runtimeEnvironment(spec: FunctionSpec): Record<string, string> {
  return {
    TZ: ':UTC',
    LANG: 'en_US.UTF-8',
    _HANDLER: spec.handler,
    LAMBDA_TASK_ROOT: spec.code,
    AWS_EXECUTION_ENV: `AWS_Lambda_${spec.runtime}`,
    AWS_LAMBDA_FUNCTION_NAME: spec.name,
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(spec.memoryMb),
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${spec.name}`,
  };
}

/** Makes the pools of all functions the portal itself owns (not those CDK needs at deployment). */
export function createFunctions(options: FunctionsOptions): Functions {
  const { logDirectory } = options;
  mkdirSync(logDirectory, { recursive: true });
  const own = options.specs.filter((spec) => spec.own);
  const specs = new Map(own.map((spec) => [spec.arn, spec]));
  const pools = new Map(own.map((spec) => [spec.arn, poolOf(spec, options)]));

  const pool = (arn: string): FunctionPool => {
    const found = pools.get(arn);
    if (!found) throw new Error(`The template has no function ${arn}.`);
    return found;
  };
  return {
    invoke: (arn, event, shape = 'json') => pool(arn).invoke(event, shape),
    find: (arn) => specs.get(arn),
    warm: async (arns) => {
      for (const arn of arns) await pool(arn).warm();
    },
    busy: () => [...pools.values()].reduce((sum, { busy }) => sum + busy(), 0),
    logs: () =>
      readdirSync(logDirectory)
        .map((file) => readFileSync(join(logDirectory, file), 'utf8'))
        .join(''),
    close: async () => {
      await Promise.all([...pools.values()].map(({ close }) => close()));
    },
  };
}

function poolOf(spec: FunctionSpec, options: FunctionsOptions): FunctionPool {
  return createPool({
    timeoutSeconds: spec.timeoutSeconds,
    reservedConcurrency: spec.reservedConcurrency,
    environment: workerEnvironment(spec, options.addresses, options.credentials(spec.logicalId)),
    settings: {
      clock: options.clock.memory,
      code: spec.code,
      handler: spec.handler,
      functionName: spec.name,
      functionArn: spec.arn,
      memoryMb: spec.memoryMb,
      logFile: join(options.logDirectory, `${spec.logicalId}.log`),
      logStream: spec.logicalId,
    },
  });
}
