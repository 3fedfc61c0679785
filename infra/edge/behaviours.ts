import type { HeaderSetName } from './headers.ts';

/** Where a request goes: a file of the site, a public page that may be kept a moment, or the API as it is. */
export type Treatment = 'file' | 'public-page' | 'forward';

export type Behaviour = { prefix: string; treatment: Treatment; headers: HeaderSetName };

/**
 * The distribution's behaviours, first match first; what none matches is a file of the site. Each
 * prefix stands for itself and for all under it. viewer-request.js has the same list of what is
 * forwarded, and a test holds the two together.
 */
export const BEHAVIOURS: readonly Behaviour[] = [
  { prefix: '/_assets', treatment: 'file', headers: 'assets' },
  { prefix: '/api/postcodes', treatment: 'file', headers: 'data' },
  { prefix: '/api', treatment: 'forward', headers: 'data' },
  { prefix: '/auth', treatment: 'forward', headers: 'data' },
  { prefix: '/oruk', treatment: 'forward', headers: 'openData' },
  { prefix: '/capacity', treatment: 'forward', headers: 'pages' },
  { prefix: '/confirm', treatment: 'forward', headers: 'pages' },
  { prefix: '/register', treatment: 'forward', headers: 'pages' },
  { prefix: '/outcome', treatment: 'forward', headers: 'pages' },
  { prefix: '/invite', treatment: 'forward', headers: 'pages' },
  { prefix: '/find', treatment: 'public-page', headers: 'pages' },
  { prefix: '/groups', treatment: 'public-page', headers: 'pages' },
  { prefix: '/grants', treatment: 'public-page', headers: 'pages' },
  { prefix: '/link-workers', treatment: 'public-page', headers: 'pages' },
];
