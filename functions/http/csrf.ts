import * as z from 'zod/mini';
import type { Endpoint } from '#shared/api/endpoint.ts';
import type { RefusalCode } from '#shared/api/problem.ts';

/**
 * What a route must be shown before it may change something:
 * `read` nothing; `command` JSON from our own origin with an idempotency key; `form` a plain page's
 * form, from our origin where the browser says so, because without script there is neither JSON nor
 * key (such a route reads no cookie); `report` a browser's own report, which only counts.
 */
export type Guard = 'read' | 'command' | 'form' | 'report';

export function guardOf(endpoint: Pick<Endpoint, 'method' | 'kind' | 'rate'>): Guard {
  if (endpoint.method === 'GET') return 'read';
  if (endpoint.rate === 'reports') return 'report';
  return endpoint.kind === 'json' ? 'command' : 'form';
}

const Key = z.uuid();
const mediaType = (header: string | undefined) => header?.split(';')[0]?.trim().toLowerCase();

/** A form: from our origin, or from a page that sends no referrer and so posts `Origin: null`, which says nothing. */
function foreignForm(from: string | null, type: string | undefined, origin: string): RefusalCode | undefined {
  if (from !== null && from !== 'null' && from !== origin) return 'cross_site';
  return type === 'application/x-www-form-urlencoded' ? undefined : 'malformed';
}

function foreignCommand(headers: Headers, type: string | undefined, origin: string): RefusalCode | undefined {
  if (headers.get('origin') !== origin) return 'cross_site';
  if (type !== 'application/json') return 'malformed';
  return Key.safeParse(headers.get('idempotency-key')).success ? undefined : 'key_missing';
}

/**
 * Refuses what another site could have made a browser send: `cross_site`, `malformed` (neither JSON nor
 * a form) or `key_missing`; undefined when the request may go on. No state changes on a read.
 */
export function crossSite(guard: Guard, headers: Headers, origin: string): RefusalCode | undefined {
  if (guard === 'read' || guard === 'report') return undefined;
  const site = headers.get('sec-fetch-site');
  if (site !== null && site !== 'same-origin') return 'cross_site';
  const type = mediaType(headers.get('content-type') ?? undefined);
  return guard === 'form'
    ? foreignForm(headers.get('origin'), type, origin)
    : foreignCommand(headers, type, origin);
}
