import type { Endpoint } from '#shared/api/endpoint.ts';

export type Input = Record<string, unknown>;

const asText = (value: unknown): string => (typeof value === 'string' ? value : String(value));

/** Fills the braces of a path: `/api/referrals/{referralId}` with its id, each part escaped. */
export function pathOf(endpoint: Pick<Endpoint, 'path'>, params: Input): string {
  return endpoint.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(asText(params[name])));
}

/** Query text with its question mark; lists repeat the name, what is undefined is left out. */
export function queryOf(query: Input): string {
  const search = new URLSearchParams();
  for (const [name, given] of Object.entries(query)) {
    for (const value of Array.isArray(given) ? given : [given]) {
      if (value !== undefined) search.append(name, asText(value));
    }
  }
  const text = search.toString();
  return text === '' ? '' : `?${text}`;
}

/** Where signing in brings back to: this page with its query, which holds ids and filters only. */
export function signInHref(here: Pick<Location, 'pathname' | 'search'>): string {
  return `/auth/sign-in?to=${encodeURIComponent(here.pathname + here.search)}`;
}
