import * as z from 'zod/mini';
import type { Assembly, Resource } from './assembly.ts';
import { Count, readShape } from './read-shape.ts';

export type FunctionSpec = {
  logicalId: string;
  name: string;
  arn: string;
  roleArn: string;
  /** Absolute directory of the bundle; empty for code written into the template. */
  code: string;
  /** `index.handler` */
  handler: string;
  runtime: string;
  environment: Record<string, string>;
  timeoutSeconds: number;
  memoryMb: number;
  reservedConcurrency: number | undefined;
  /** Where AWS puts an asynchronous invocation that failed for good, and how often it tries again. */
  deadLetterArn: string | undefined;
  asynchronousRetries: number;
  /** Whether traces are sent (the role must then allow X-Ray). */
  tracing: boolean;
  /** False for CDK's own deployment-time functions (bucket deployment, custom resources): not run locally. */
  own: boolean;
};

const FunctionShape = z.object({
  Code: z.object({ S3Key: z.optional(z.string()), ZipFile: z.optional(z.string()) }),
  Handler: z.string(),
  Runtime: z.string(),
  Role: z.string(),
  Environment: z._default(z.object({ Variables: z._default(z.record(z.string(), z.string()), {}) }), {
    Variables: {},
  }),
  Timeout: z._default(Count, 3),
  MemorySize: z._default(Count, 128),
  ReservedConcurrentExecutions: z.optional(Count),
  DeadLetterConfig: z.optional(z.object({ TargetArn: z.optional(z.string()) })),
  TracingConfig: z.optional(z.object({ Mode: z.string() })),
});
const AsynchronousShape = z.object({
  FunctionName: z.string(),
  MaximumRetryAttempts: z.optional(Count),
  DestinationConfig: z.optional(
    z.object({ OnFailure: z.optional(z.object({ Destination: z.optional(z.string()) })) }),
  ),
});

/** Every Lambda function of the assembly. */
export function functionsOf(assembly: Assembly): FunctionSpec[] {
  const asynchronous = assembly
    .resources('AWS::Lambda::EventInvokeConfig')
    .map((it) => readShape(it, AsynchronousShape));
  return assembly.resources('AWS::Lambda::Function').map((resource) => {
    const shape = readShape(resource, FunctionShape);
    const later = asynchronous.find((it) => it.FunctionName === resource.ref);
    return {
      logicalId: resource.logicalId,
      name: resource.ref,
      arn: resource.attribute('Arn'),
      roleArn: shape.Role,
      code: codeOf(assembly, resource, shape.Code.S3Key),
      handler: shape.Handler,
      runtime: shape.Runtime,
      environment: shape.Environment.Variables,
      timeoutSeconds: shape.Timeout,
      memoryMb: shape.MemorySize,
      reservedConcurrency: shape.ReservedConcurrentExecutions,
      deadLetterArn: later?.DestinationConfig?.OnFailure?.Destination ?? shape.DeadLetterConfig?.TargetArn,
      asynchronousRetries: later?.MaximumRetryAttempts ?? 2,
      tracing: shape.TracingConfig?.Mode === 'Active',
      // Every function of ours declares its stage (functions/runtime/env.ts); CDK's helpers do not.
      own: shape.Environment.Variables['STAGE'] !== undefined,
    };
  });
}

function codeOf(assembly: Assembly, resource: Resource, key: string | undefined): string {
  if (key === undefined) return '';
  const found = assembly.asset(key);
  if (found !== undefined) return found;
  throw new Error(
    `${resource.logicalId} (stack ${resource.stack}) has code ${key}, which no asset list names.`,
  );
}
