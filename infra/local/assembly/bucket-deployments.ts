import * as z from 'zod/mini';
import type { Assembly } from './assembly.ts';
import { Flag, readShape } from './read-shape.ts';

export type BucketDeploymentSpec = {
  logicalId: string;
  bucket: string;
  /** Key prefix in the bucket, without leading slash; empty for the root. */
  prefix: string;
  /** Absolute directories, later ones win. */
  sources: string[];
  cacheControl: string | undefined;
  contentType: string | undefined;
  exclude: string[];
  include: string[];
  prune: boolean;
};

const DeploymentShape = z.object({
  DestinationBucketName: z.string(),
  DestinationBucketKeyPrefix: z._default(z.string(), ''),
  SourceObjectKeys: z.array(z.string()),
  SystemMetadata: z._default(z.record(z.string(), z.string()), {}),
  Exclude: z._default(z.array(z.string()), []),
  Include: z._default(z.array(z.string()), []),
  Prune: z._default(Flag, true),
});

/** What the deploy copies into buckets. */
export function bucketDeploymentsOf(assembly: Assembly): BucketDeploymentSpec[] {
  return assembly.resources('Custom::CDKBucketDeployment').map((resource) => {
    const shape = readShape(resource, DeploymentShape);
    return {
      logicalId: resource.logicalId,
      bucket: shape.DestinationBucketName,
      prefix: shape.DestinationBucketKeyPrefix.replace(/^\//, ''),
      sources: shape.SourceObjectKeys.map((key) => {
        const source = assembly.asset(key);
        if (source !== undefined) return source;
        throw new Error(
          `${resource.logicalId} (stack ${resource.stack}) copies ${key}, which no asset list names.`,
        );
      }),
      cacheControl: shape.SystemMetadata['cache-control'],
      contentType: shape.SystemMetadata['content-type'],
      exclude: shape.Exclude,
      include: shape.Include,
      prune: shape.Prune,
    };
  });
}
