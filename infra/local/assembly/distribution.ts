import * as z from 'zod/mini';
import type { Assembly } from './assembly.ts';
import { type CachePolicySpec, cachePolicyOf, type ForwardSpec, originRequestOf } from './forwarding.ts';
import { only } from './http-api.ts';
import { Count, readShape } from './read-shape.ts';
import { type ResponseHeadersSpec, responseHeadersOf } from './response-headers.ts';

export type OriginSpec = {
  id: string;
  kind: 'bucket' | 'http';
  domain: string;
  path: string;
  /** Name of the bucket for `bucket`; ties to BucketDeploymentSpec. */
  bucket: string | undefined;
  /** What CloudFront adds to each request towards this origin. */
  headers: Record<string, string>;
};
export type BehaviourSpec = {
  /** `*` is the default behaviour; the list is in the order of matching, default last. */
  pattern: string;
  originId: string;
  allowedMethods: string[];
  cachedMethods: string[];
  viewerProtocol: string;
  compress: boolean;
  cache: CachePolicySpec;
  /** Forwarded to the origin besides the cache key. */
  forward: ForwardSpec;
  /** Source text of the CloudFront functions, by event. */
  viewerRequest: string | undefined;
  viewerResponse: string | undefined;
  response: ResponseHeadersSpec;
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

const DEFAULT_METHODS = ['GET', 'HEAD'];
const Origin = z.object({
  Id: z.string(),
  DomainName: z.string(),
  OriginPath: z._default(z.string(), ''),
  OriginCustomHeaders: z._default(z.array(z.object({ HeaderName: z.string(), HeaderValue: z.string() })), []),
  S3OriginConfig: z.optional(z.unknown()),
  CustomOriginConfig: z.optional(z.unknown()),
});
const Behaviour = z.object({
  PathPattern: z._default(z.string(), '*'),
  TargetOriginId: z.string(),
  AllowedMethods: z._default(z.array(z.string()), DEFAULT_METHODS),
  CachedMethods: z._default(z.array(z.string()), DEFAULT_METHODS),
  ViewerProtocolPolicy: z.string(),
  Compress: z._default(z.boolean(), false),
  CachePolicyId: z.string(),
  OriginRequestPolicyId: z.optional(z.string()),
  ResponseHeadersPolicyId: z.optional(z.string()),
  FunctionAssociations: z._default(
    z.array(z.object({ EventType: z.enum(['viewer-request', 'viewer-response']), FunctionARN: z.string() })),
    [],
  ),
  LambdaFunctionAssociations: z.optional(
    z.array(z.unknown()).check(z.maxLength(0, 'Lambda@Edge is not modelled')),
  ),
});
const DistributionShape = z.object({
  DistributionConfig: z.object({
    Aliases: z._default(z.array(z.string()), []),
    DefaultRootObject: z.optional(z.string()),
    Origins: z.array(Origin),
    OriginGroups: z.optional(z.undefined('origin groups are not modelled')),
    DefaultCacheBehavior: Behaviour,
    CacheBehaviors: z._default(z.array(Behaviour), []),
    CustomErrorResponses: z._default(
      z.array(
        z.object({
          ErrorCode: Count,
          ResponseCode: z.optional(Count),
          ResponsePagePath: z.optional(z.string()),
          ErrorCachingMinTTL: z._default(Count, 10),
        }),
      ),
      [],
    ),
  }),
});
const EdgeFunctionShape = z.object({ FunctionCode: z.string() });

/** The one CloudFront distribution; throws on a policy it does not know. */
export function distributionOf(assembly: Assembly): DistributionSpec {
  const resource = only(assembly.resources('AWS::CloudFront::Distribution'), 'CloudFront distribution');
  const config = readShape(resource, DistributionShape).DistributionConfig;
  const behaviours = [...config.CacheBehaviors, { ...config.DefaultCacheBehavior, PathPattern: '*' }];
  return {
    id: resource.ref,
    domain: resource.attribute('DomainName'),
    aliases: config.Aliases,
    defaultRootObject: config.DefaultRootObject,
    origins: config.Origins.map((origin) => originOf(assembly, origin)),
    behaviours: behaviours.map((behaviour) => behaviourOf(assembly, behaviour)),
    errorResponses: config.CustomErrorResponses.map((it) => ({
      errorCode: it.ErrorCode,
      responseCode: it.ResponseCode,
      pagePath: it.ResponsePagePath,
      cachingMinimumSeconds: it.ErrorCachingMinTTL,
    })),
  };
}

function originOf(assembly: Assembly, origin: z.infer<typeof Origin>): OriginSpec {
  const bucket = assembly
    .resources('AWS::S3::Bucket')
    .find((it) =>
      [it.attribute('RegionalDomainName'), it.attribute('DomainName')].includes(origin.DomainName),
    );
  return {
    id: origin.Id,
    kind: origin.CustomOriginConfig === undefined ? 'bucket' : 'http',
    domain: origin.DomainName,
    path: origin.OriginPath,
    bucket: bucket?.ref,
    headers: Object.fromEntries(
      origin.OriginCustomHeaders.map((it) => [it.HeaderName.toLowerCase(), it.HeaderValue]),
    ),
  };
}

function behaviourOf(assembly: Assembly, it: z.infer<typeof Behaviour>): BehaviourSpec {
  const source = (event: 'viewer-request' | 'viewer-response') => {
    const arn = it.FunctionAssociations.find((association) => association.EventType === event)?.FunctionARN;
    return arn === undefined ? undefined : edgeFunctionSource(assembly, arn);
  };
  return {
    pattern: it.PathPattern,
    originId: it.TargetOriginId,
    allowedMethods: it.AllowedMethods,
    cachedMethods: it.CachedMethods,
    viewerProtocol: it.ViewerProtocolPolicy,
    compress: it.Compress,
    cache: cachePolicyOf(assembly, it.CachePolicyId),
    forward: originRequestOf(assembly, it.OriginRequestPolicyId),
    viewerRequest: source('viewer-request'),
    viewerResponse: source('viewer-response'),
    response: responseHeadersOf(assembly, it.ResponseHeadersPolicyId),
  };
}

function edgeFunctionSource(assembly: Assembly, arn: string): string {
  const resource = assembly.resources('AWS::CloudFront::Function').find((it) => it.ref === arn);
  if (resource === undefined) throw new Error(`The assembly has no CloudFront function ${arn}.`);
  return readShape(resource, EdgeFunctionShape).FunctionCode;
}
