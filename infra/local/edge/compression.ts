import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Response } from '../api/message.ts';
import type { BehaviourSpec } from '../assembly/distribution.ts';

const LEAST_BYTES = 1000;
const MOST_BYTES = 10_000_000;
const STATUSES = new Set([200, 403, 404]);
/** The types CloudFront compresses (its published list, as far as the portal serves them). */
const TYPES = new Set([
  'application/javascript',
  'application/json',
  'application/ld+json',
  'application/manifest+json',
  'application/rss+xml',
  'application/vnd.geo+json',
  'application/wasm',
  'application/x-javascript',
  'application/xhtml+xml',
  'application/xml',
  'application/geo+json',
  'font/otf',
  'font/ttf',
  'image/svg+xml',
  'image/x-icon',
  'image/vnd.microsoft.icon',
  'text/css',
  'text/csv',
  'text/html',
  'text/javascript',
  'text/plain',
  'text/xml',
]);

export type Encoding = 'br' | 'gzip' | undefined;

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** Which encoding the viewer and the behaviour's policy agree on; brotli first. */
export function encodingFor(accepted: string | undefined, { compress, cache }: BehaviourSpec): Encoding {
  if (!compress || accepted === undefined) return undefined;
  const takes = (name: string) =>
    new RegExp(`(^|[\\s,])${name}\\s*(;\\s*q=(?!0(\\.0*)?\\s*(,|$))|,|$)`, 'i').test(accepted);
  if (cache.brotli && takes('br')) return 'br';
  return cache.gzip && takes('gzip') ? 'gzip' : undefined;
}

/** Compresses what CloudFront would: known types of 1,000 bytes and more that are not encoded yet. */
export async function compressed(response: Response, encoding: Encoding): Promise<Response> {
  const { status, headers, body } = response;
  const type = String(headers['content-type'] ?? '').split(';', 1)[0] ?? '';
  if (encoding === undefined || !STATUSES.has(status) || headers['content-encoding']) return response;
  if (!TYPES.has(type.trim().toLowerCase())) return response;
  const bytes = typeof body === 'string' ? Buffer.from(body) : body;
  if (bytes.length < LEAST_BYTES || bytes.length > MOST_BYTES) return response;
  const small =
    encoding === 'br'
      ? await brotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })
      : await zip(bytes, { level: 6 });
  return {
    status,
    headers: { ...headers, ...weakTag(headers), 'content-encoding': encoding, vary: vary(headers) },
    body: small,
  };
}

function weakTag({ etag }: Response['headers']): Record<string, string> {
  return typeof etag !== 'string' || etag.startsWith('W/') ? {} : { etag: `W/${etag}` };
}

function vary(headers: Response['headers']): string {
  const known = String(headers['vary'] ?? '');
  if (/(^|,)\s*accept-encoding\s*(,|$)/i.test(known)) return known;
  return known === '' ? 'Accept-Encoding' : `${known}, Accept-Encoding`;
}
