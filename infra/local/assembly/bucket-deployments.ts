import type { Assembly } from './assembly.ts';

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

/** What the deploy copies into buckets. */
export function bucketDeploymentsOf(assembly: Assembly): BucketDeploymentSpec[] {
  return assembly.resources('Custom::CDKBucketDeployment').map(() => {
    throw new Error('Not readable yet');
  });
}
