import type { Request } from '../api/message.ts';
import type { BehaviourSpec } from '../assembly/distribution.ts';
import type { ForwardSpec } from '../assembly/forwarding.ts';

/** What CloudFront passes to an origin whatever the policies say. */
const ALWAYS = new Set([
  'content-length',
  'content-type',
  'range',
  'if-range',
  'if-none-match',
  'if-modified-since',
  'if-match',
  'if-unmodified-since',
]);
/** Never passed: they belong to one connection, or CloudFront writes them itself. */
const NEVER = new Set([
  'cookie',
  'connection',
  'keep-alive',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'expect',
]);

type Rule = ForwardSpec['query'];
type Takes = (name: string) => boolean;

/** What one behaviour lets through: towards the origin, and into the key of the cache. */
export type Forwarding = {
  /** The request the origin gets. `origin` headers of the template win over what the viewer sent. */
  towardsOrigin: (request: Request, origin: { host: string; headers: Record<string, string> }) => Request;
  cacheKey: (request: Request) => string;
  cookies: boolean;
};

/** Puts cache policy and origin request policy together: what either names goes to the origin. */
export function createForwarding({ cache, forward }: BehaviourSpec): Forwarding {
  const header = either(headerTaker(cache.key.headers), headerTaker(forward.headers));
  const cookie = either(taker(cache.key.cookies), taker(forward.cookies));
  const query = either(taker(cache.key.query), taker(forward.query));
  const keyHeaders =
    typeof cache.key.headers === 'object' && 'include' in cache.key.headers ? cache.key.headers.include : [];
  const keyCookie = taker(cache.key.cookies);
  const keyQuery = taker(cache.key.query);
  const encodings = cache.gzip || cache.brotli;

  return {
    cookies: cache.key.cookies !== 'none' || forward.cookies !== 'none',
    towardsOrigin: (request, origin) => {
      const headers = passedHeaders(request, header, encodings);
      const cookies = picked(request.headers.cookie?.split(/;\s*/), cookie).join('; ');
      if (cookies !== '') headers.cookie = cookies;
      if (!header('host')) headers.host = origin.host;
      return {
        ...request,
        query: picked(request.query.split('&'), query).join('&'),
        headers: { ...headers, ...origin.headers },
      };
    },
    cacheKey: (request) =>
      JSON.stringify([
        request.path,
        picked(request.query.split('&'), keyQuery),
        picked(request.headers.cookie?.split(/;\s*/), keyCookie),
        keyHeaders.map((name) => request.headers[name.toLowerCase()] ?? null),
      ]),
  };
}

function passedHeaders(request: Request, takes: Takes, encodings: boolean): Request['headers'] {
  const headers: Request['headers'] = {};
  for (const [name, value] of Object.entries(request.headers))
    if (!NEVER.has(name) && (ALWAYS.has(name) || takes(name))) headers[name] = value;
  if (encodings && request.headers['accept-encoding'])
    headers['accept-encoding'] = request.headers['accept-encoding'];
  headers['user-agent'] ??= 'Amazon CloudFront';
  headers.via = '1.1 localhost (CloudFront)';
  headers['x-forwarded-for'] = [request.headers['x-forwarded-for'], request.sourceIp]
    .filter(Boolean)
    .join(', ');
  return headers;
}

const either =
  (one: Takes, other: Takes): Takes =>
  (name) =>
    one(name) || other(name);

function taker(rule: Rule): Takes {
  if (rule === 'none') return () => false;
  if (rule === 'all') return () => true;
  if ('include' in rule) {
    const names = new Set(rule.include);
    return (name) => names.has(name);
  }
  const names = new Set(rule.exclude);
  return (name) => !names.has(name);
}

function headerTaker(rule: Rule): Takes {
  if (typeof rule === 'string') return taker(rule);
  const lower = (names: readonly string[]) => names.map((name) => name.toLowerCase());
  return taker('include' in rule ? { include: lower(rule.include) } : { exclude: lower(rule.exclude) });
}

function picked(pairs: readonly string[] | undefined, takes: Takes): string[] {
  return (pairs ?? []).filter((pair) => pair !== '' && takes(pair.split('=', 1)[0] ?? ''));
}
