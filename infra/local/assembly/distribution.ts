import type { Assembly } from './assembly.ts';

export type OriginSpec = {
  id: string;
  kind: 'bucket' | 'http';
  domain: string;
  path: string;
  /** Name of the bucket for `bucket`; ties to BucketDeploymentSpec. */
  bucket: string | undefined;
  headers: Record<string, string>;
};
/** Seconds. What of the request belongs to the cache key and to the request towards the origin. */
export type ForwardSpec = {
  headers: 'none' | 'all' | 'all-except-host' | { include: string[] } | { exclude: string[] };
  cookies: 'none' | 'all' | { include: string[] } | { exclude: string[] };
  query: 'none' | 'all' | { include: string[] } | { exclude: string[] };
};
export type CachePolicySpec = {
  id: string;
  minimum: number;
  default: number;
  maximum: number;
  gzip: boolean;
  brotli: boolean;
  key: ForwardSpec;
};
export type ResponseHeaderSpec = { name: string; value: string; override: boolean };
export type BehaviourSpec = {
  /** `*` is the default behaviour; the list is in the order of matching, default last. */
  pattern: string;
  originId: string;
  allowedMethods: string[];
  cachedMethods: string[];
  viewerProtocol: string;
  compress: boolean;
  cache: CachePolicySpec;
  forward: ForwardSpec;
  /** Source text of the CloudFront functions, by event. */
  viewerRequest: string | undefined;
  viewerResponse: string | undefined;
  responseHeaders: ResponseHeaderSpec[];
  removedResponseHeaders: string[];
};
export type ErrorResponseSpec = {
  errorCode: number;
  responseCode: number | undefined;
  pagePath: string | undefined;
  cachingMinimumSeconds: number;
};
export type DistributionSpec = {
  id: string;
  domain: string;
  aliases: string[];
  defaultRootObject: string | undefined;
  origins: OriginSpec[];
  behaviours: BehaviourSpec[];
  errorResponses: ErrorResponseSpec[];
};

/** The one CloudFront distribution; throws on a managed policy id it does not know. */
export function distributionOf(assembly: Assembly): DistributionSpec {
  throw new Error(`Not readable yet: ${assembly.directory}`);
}
