import type { Request, Response } from '../api/message.ts';
import type { CorsSpec, ResponseHeadersSpec } from '../assembly/response-headers.ts';

type Headers = Response['headers'];

/** Applies a response headers policy: removes, then sets what overrides or what the origin left open. */
export function withHeadersPolicy(request: Request, headers: Headers, policy: ResponseHeadersSpec): Headers {
  const removed = new Set(policy.removed);
  const all = Object.fromEntries(Object.entries(headers).filter(([name]) => !removed.has(name)));
  for (const { name, value, override } of policy.headers) if (override || !(name in all)) all[name] = value;
  const cors = policy.cors && corsHeaders(request, policy.cors);
  return cors ? (policy.cors?.override ? { ...all, ...cors } : { ...cors, ...all }) : all;
}

/** Only a request that says its origin gets them, and only when that origin may read. */
function corsHeaders({ headers, method }: Request, cors: CorsSpec): Headers | undefined {
  const origin = headers.origin;
  if (origin === undefined) return undefined;
  const anyone = cors.origins.includes('*');
  if (!anyone && !cors.origins.includes(origin)) return undefined;
  const preflight = method === 'OPTIONS' && headers['access-control-request-method'] !== undefined;
  return {
    'access-control-allow-origin': anyone ? '*' : origin,
    ...(!anyone && { vary: 'Origin' }),
    ...(cors.credentials && { 'access-control-allow-credentials': 'true' }),
    ...(cors.exposed.length > 0 && { 'access-control-expose-headers': cors.exposed.join(', ') }),
    ...(preflight && {
      'access-control-allow-methods': cors.methods.join(', '),
      'access-control-allow-headers': cors.headers.join(', '),
      ...(cors.maxAgeSeconds !== undefined && { 'access-control-max-age': String(cors.maxAgeSeconds) }),
    }),
  };
}
