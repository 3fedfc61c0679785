import * as z from 'zod/mini';
import type { Assembly, Resource } from './assembly.ts';
import { functionsOf } from './functions.ts';
import { Count, Flag, readShape } from './read-shape.ts';

export type EventSourceSpec = {
  logicalId: string;
  functionArn: string;
  /** Stream ARN (see TableSpec.streamArn) or queue ARN. */
  sourceArn: string;
  kind: 'stream' | 'queue';
  enabled: boolean;
  batchSize: number;
  windowSeconds: number;
  /** Streams. */
  startingPosition: 'TRIM_HORIZON' | 'LATEST' | undefined;
  parallelization: number;
  /** -1: for as long as the record lives. */
  maximumRetries: number;
  /** Seconds; -1: without end. */
  maximumAgeSeconds: number;
  bisect: boolean;
  onFailureArn: string | undefined;
  reportBatchItemFailures: boolean;
  /** Queues. */
  maximumConcurrency: number | undefined;
  /** EventBridge patterns, parsed: a record passes when any one fits. Empty: everything passes. */
  patterns: unknown[];
};

const MappingShape = z.object({
  FunctionName: z.string(),
  EventSourceArn: z.string(),
  Enabled: z._default(Flag, true),
  BatchSize: z.optional(Count),
  MaximumBatchingWindowInSeconds: z._default(Count, 0),
  StartingPosition: z.optional(z.enum(['TRIM_HORIZON', 'LATEST'])),
  ParallelizationFactor: z._default(Count, 1),
  MaximumRetryAttempts: z._default(Count, -1),
  MaximumRecordAgeInSeconds: z._default(Count, -1),
  BisectBatchOnFunctionError: z._default(Flag, false),
  DestinationConfig: z.optional(
    z.object({ OnFailure: z.optional(z.object({ Destination: z.optional(z.string()) })) }),
  ),
  FunctionResponseTypes: z._default(z.array(z.string()), []),
  ScalingConfig: z.optional(z.object({ MaximumConcurrency: z.optional(Count) })),
  FilterCriteria: z.optional(
    z.object({ Filters: z._default(z.array(z.object({ Pattern: z.string() })), []) }),
  ),
});

/** Every event source mapping of the assembly. */
export function eventSourcesOf(assembly: Assembly): EventSourceSpec[] {
  const functions = functionsOf(assembly);
  return assembly.resources('AWS::Lambda::EventSourceMapping').map((resource) => {
    const shape = readShape(resource, MappingShape);
    const kind = shape.EventSourceArn.includes(':dynamodb:') ? 'stream' : 'queue';
    const target = functions.find((it) => [it.name, it.arn].includes(shape.FunctionName));
    return {
      logicalId: resource.logicalId,
      functionArn: target?.arn ?? noFunction(resource, shape.FunctionName),
      sourceArn: shape.EventSourceArn,
      kind,
      enabled: shape.Enabled,
      batchSize: shape.BatchSize ?? (kind === 'stream' ? 100 : 10),
      windowSeconds: shape.MaximumBatchingWindowInSeconds,
      startingPosition: shape.StartingPosition,
      parallelization: shape.ParallelizationFactor,
      maximumRetries: shape.MaximumRetryAttempts,
      maximumAgeSeconds: shape.MaximumRecordAgeInSeconds,
      bisect: shape.BisectBatchOnFunctionError,
      onFailureArn: shape.DestinationConfig?.OnFailure?.Destination,
      reportBatchItemFailures: shape.FunctionResponseTypes.includes('ReportBatchItemFailures'),
      maximumConcurrency: shape.ScalingConfig?.MaximumConcurrency,
      patterns: (shape.FilterCriteria?.Filters ?? []).map((filter) => parsePattern(resource, filter.Pattern)),
    };
  });
}

function parsePattern(resource: Resource, pattern: string): unknown {
  try {
    return JSON.parse(pattern);
  } catch (cause) {
    throw new Error(`${resource.logicalId} (stack ${resource.stack}) has a filter that is not JSON.`, {
      cause,
    });
  }
}

function noFunction(resource: Resource, name: string): never {
  throw new Error(`${resource.logicalId} (stack ${resource.stack}) feeds ${name}, which the assembly lacks.`);
}
