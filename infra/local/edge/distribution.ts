import type { HttpApi } from '../api/http-api.ts';
import type { Request, Response } from '../api/message.ts';
import type { BehaviourSpec, DistributionSpec, OriginSpec } from '../assembly/distribution.ts';
import { replaceBehaviour } from '../replacements.ts';
import type { Bucket } from './bucket.ts';
import { createCache, type EdgeCache } from './cache.ts';
import { compressed, encodingFor } from './compression.ts';
import { unlessKnown } from './conditional.ts';
import { createForwarding, type Forwarding } from './forwarding.ts';
import { secondsFresh } from './freshness.ts';
import { withHeadersPolicy } from './headers-policy.ts';
import { createPattern } from './pattern.ts';
import { createViewerRequest, type ViewerFunction } from './viewer-function.ts';

export type EdgeOptions = {
  spec: DistributionSpec;
  api: HttpApi;
  /** By bucket name. */
  buckets: ReadonlyMap<string, Bucket>;
  now: () => Date;
};
export type Edge = { handle: (request: Request) => Promise<Response>; clearCache: () => void };

type Behaviour = BehaviourSpec & {
  matches: (path: string) => boolean;
  forwarding: Forwarding;
  rewrite: ViewerFunction | undefined;
  origin: (request: Request) => Promise<Response>;
};

const MOST_ADDRESS_BYTES = 8192;
const FORBIDDEN: Response = { status: 403, headers: { 'content-type': 'text/html' }, body: 'Forbidden' };
const TOO_LONG: Response = { status: 414, headers: { 'content-type': 'text/html' }, body: 'URI Too Long' };

/** The distribution of the template: behaviours, rewrite function, cache, compression, headers, error pages. */
export function createEdge(options: EdgeOptions): Edge {
  const { spec } = options;
  const cache = createCache(options.now);
  const behaviours = spec.behaviours.map((behaviour) => prepare(replaceBehaviour(behaviour), options));
  const choose = (path: string): Behaviour => {
    const found = behaviours.find(({ matches }) => matches(path));
    if (!found) throw new Error('The distribution has no default behaviour.');
    return found;
  };

  const handle = async (request: Request): Promise<Response> => {
    if (request.path.length + request.query.length > MOST_ADDRESS_BYTES) return TOO_LONG;
    const behaviour = choose(request.path);
    const answer = await fetched(request, behaviour, { spec, cache });
    const page = errorPage(answer, spec);
    if (!page) return finished(request, behaviour, answer);
    const other = choose(page.path);
    const shown = await fetched(
      { ...request, method: 'GET', path: page.path, query: '' },
      other,
      { spec, cache },
      false,
    );
    return finished(request, other, shown.status === 200 ? { ...shown, status: page.status } : answer);
  };
  return { handle, clearCache: cache.clear };
}

function prepare(spec: BehaviourSpec, options: EdgeOptions): Behaviour {
  if (spec.viewerResponse !== undefined)
    throw new Error(`${spec.pattern}: viewer-response functions are not run locally.`);
  const forwarding = createForwarding(spec);
  const origin = options.spec.origins.find(({ id }) => id === spec.originId);
  if (!origin) throw new Error(`${spec.pattern}: the distribution has no origin ${spec.originId}.`);
  const call = originCall(origin, options);
  const rewrite = spec.viewerRequest;
  return {
    ...spec,
    matches: createPattern(spec.pattern),
    forwarding,
    rewrite: rewrite === undefined ? undefined : createViewerRequest(rewrite, options.spec),
    origin: (request) =>
      call(forwarding.towardsOrigin(request, { host: origin.domain, headers: lowerCase(origin.headers) })),
  };
}

function originCall({ kind, bucket, id, path }: OriginSpec, { api, buckets }: EdgeOptions) {
  if (kind === 'http')
    return (request: Request) => api({ ...request, path: `${path}${request.path}`, sourceIp: '127.0.0.1' });
  const stored = buckets.get(bucket ?? '');
  if (!stored) throw new Error(`Origin ${id}: the template has no bucket ${bucket}.`);
  return async (request: Request) => stored({ ...request, path: `${path}${request.path}` });
}

async function fetched(
  viewed: Request,
  behaviour: Behaviour,
  { spec, cache }: { spec: DistributionSpec; cache: EdgeCache },
  rewrites = true,
): Promise<Response> {
  if (!behaviour.allowedMethods.includes(viewed.method)) return FORBIDDEN;
  const changed = behaviour.rewrite && rewrites ? await behaviour.rewrite(viewed) : viewed;
  if ('status' in changed) return changed;
  const root = spec.defaultRootObject;
  const request = changed.path === '/' && root ? { ...changed, path: `/${root}` } : changed;

  const encoding = encodingFor(viewed.headers['accept-encoding'], behaviour);
  const caches = behaviour.cache.maximum > 0 && behaviour.cachedMethods.includes(request.method);
  const key = caches ? `${behaviour.pattern} ${encoding} ${behaviour.forwarding.cacheKey(request)}` : '';
  const kept = caches ? cache.find(key) : undefined;
  if (kept) return kept;

  const answer = await behaviour.origin(request);
  const response = await compressed(withoutCookies(answer, behaviour), encoding);
  if (caches && request.method === 'GET')
    cache.keep(key, response, secondsFresh(response, behaviour.cache, spec.errorResponses));
  return { ...response, headers: { ...response.headers, 'x-cache': 'Miss from cloudfront' } };
}

/** Where no cookie goes to the origin, none comes back either. */
function withoutCookies(response: Response, { forwarding }: Behaviour): Response {
  if (forwarding.cookies || !('set-cookie' in response.headers)) return response;
  const { 'set-cookie': _, ...headers } = response.headers;
  return { ...response, headers };
}

function errorPage(
  { status }: Response,
  spec: DistributionSpec,
): { path: string; status: number } | undefined {
  const rule = spec.errorResponses.find(({ errorCode }) => errorCode === status);
  return rule?.pagePath === undefined
    ? undefined
    : { path: rule.pagePath, status: rule.responseCode ?? status };
}

function finished(request: Request, behaviour: Behaviour, response: Response): Response {
  const caches = behaviour.cache.maximum > 0 && ['GET', 'HEAD'].includes(request.method);
  const known = caches ? unlessKnown(request, response) : response;
  const headers = withHeadersPolicy(request, known.headers, behaviour.response);
  return { ...known, headers: { ...headers, via: '1.1 localhost (CloudFront)' } };
}

function lowerCase(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
