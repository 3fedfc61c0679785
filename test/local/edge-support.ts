import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Request, Response } from '#infra/local/api/message.ts';
import type { BucketDeploymentSpec } from '#infra/local/assembly/bucket-deployments.ts';
import type { BehaviourSpec, DistributionSpec } from '#infra/local/assembly/distribution.ts';
import type { CachePolicySpec, ForwardSpec } from '#infra/local/assembly/forwarding.ts';
import { createBucket } from '#infra/local/edge/bucket.ts';
import { createEdge, type Edge } from '#infra/local/edge/distribution.ts';
import { ownDirectory } from './support.ts';

const NOTHING: ForwardSpec = { headers: 'none', cookies: 'none', query: 'none' };
export const UNCACHED: CachePolicySpec = {
  id: 'uncached',
  minimum: 0,
  default: 0,
  maximum: 0,
  gzip: false,
  brotli: false,
  key: NOTHING,
};
export const CACHED: CachePolicySpec = {
  id: 'cached',
  minimum: 0,
  default: 0,
  maximum: 600,
  gzip: true,
  brotli: true,
  key: { ...NOTHING, query: 'all' },
};
export const ALL_BUT_HOST: ForwardSpec = { headers: { exclude: ['Host'] }, cookies: 'all', query: 'all' };

export function behaviour(
  pattern: string,
  originId: 'site' | 'api',
  change: Partial<BehaviourSpec> = {},
): BehaviourSpec {
  return {
    pattern,
    originId,
    allowedMethods: ['GET', 'HEAD'],
    cachedMethods: ['GET', 'HEAD'],
    viewerProtocol: 'redirect-to-https',
    compress: true,
    cache: CACHED,
    forward: NOTHING,
    viewerRequest: undefined,
    viewerResponse: undefined,
    response: { headers: [], removed: [], cors: undefined },
    ...change,
  };
}

export const EVERY_METHOD = ['GET', 'HEAD', 'OPTIONS', 'PUT', 'PATCH', 'POST', 'DELETE'];

export type World = {
  edge: Edge;
  /** What reached the API. */
  reached: Request[];
  /** Sends a request through the edge. */
  ask: (path: string, change?: Partial<Request>) => Promise<Response>;
  clock: { now: Date };
};

type Setting = {
  behaviours: BehaviourSpec[];
  files?: Record<string, string>;
  deployments?: Partial<BucketDeploymentSpec>[];
  answer?: (request: Request) => Response;
};

/** A distribution over a directory of files and an API that answers as told. */
export function worldOf({ behaviours, files = {}, deployments = [{}], answer }: Setting): World {
  const directory = ownDirectory();
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, name)), { recursive: true });
    writeFileSync(join(directory, name), text);
  }
  const bucket = createBucket(
    deployments.map((change) => ({
      logicalId: 'Deployment',
      bucket: 'files',
      prefix: '',
      sources: [directory],
      cacheControl: undefined,
      contentType: undefined,
      exclude: [],
      include: [],
      prune: false,
      ...change,
    })),
  );
  const reached: Request[] = [];
  const clock = { now: new Date('2026-11-23T09:00:00Z') };
  const edge = createEdge({
    spec: distribution(behaviours),
    buckets: new Map([['files', bucket]]),
    now: () => clock.now,
    api: async (request) => {
      reached.push(request);
      return answer?.(request) ?? { status: 200, headers: { 'content-type': 'text/html' }, body: 'page' };
    },
  });
  const ask: World['ask'] = (address, change) => {
    const [path = '', query = ''] = address.split('?');
    const headers = { host: 'localhost:4600' };
    return edge.handle({
      method: 'GET',
      path,
      query,
      headers,
      body: Buffer.alloc(0),
      sourceIp: '192.0.2.7',
      ...change,
    });
  };
  return { edge, reached, ask, clock };
}

function distribution(behaviours: BehaviourSpec[]): DistributionSpec {
  return {
    id: 'E1',
    domain: 'e1.cloudfront.net',
    aliases: ['portal.example.org'],
    defaultRootObject: 'index.html',
    origins: [
      {
        id: 'site',
        kind: 'bucket',
        domain: 'files.s3.eu-west-2.amazonaws.com',
        path: '',
        bucket: 'files',
        headers: {},
      },
      {
        id: 'api',
        kind: 'http',
        domain: 'abc.execute-api.eu-west-2.amazonaws.com',
        path: '',
        bucket: undefined,
        headers: { 'x-origin-verify': 'secret' },
      },
    ],
    behaviours,
    errorResponses: [
      { errorCode: 403, responseCode: 404, pagePath: '/404.html', cachingMinimumSeconds: 0 },
      { errorCode: 404, responseCode: undefined, pagePath: undefined, cachingMinimumSeconds: 0 },
      { errorCode: 500, responseCode: undefined, pagePath: undefined, cachingMinimumSeconds: 0 },
    ],
  };
}
