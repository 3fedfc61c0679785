import type { RouteSpec } from '../assembly/http-api.ts';

export type RouteMatch = { route: RouteSpec; parameters: Record<string, string> };
export type FindRoute = (method: string, path: string) => RouteMatch | undefined;

type Segment = { kind: 'static' | 'parameter' | 'greedy'; name: string };
type Candidate = { route: RouteSpec; segments: Segment[]; rank: string };

const RANK = { static: '0', parameter: '1', greedy: '2' } as const;

/**
 * Finds the route for a decoded path as API Gateway does: the most specific path first (a literal segment
 * before a parameter before a greedy one, from the left), an exact method before ANY, `$default` last.
 */
export function createRouter(routes: readonly RouteSpec[]): FindRoute {
  const fallback = routes.find(({ routeKey }) => routeKey === '$default');
  const candidates = routes
    .filter((route) => route.path !== undefined)
    .map(candidate)
    .sort((a, b) => (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : 0));

  return (method, path) => {
    const parts = path.split('/').slice(1);
    for (const { route, segments } of candidates) {
      if (route.method !== method && route.method !== 'ANY') continue;
      const parameters = parametersOf(segments, parts);
      if (parameters) return { route, parameters };
    }
    return fallback && { route: fallback, parameters: {} };
  };
}

function candidate(route: RouteSpec): Candidate {
  const segments = (route.path ?? '').split('/').slice(1).map(segment);
  const method = route.method === 'ANY' ? '1' : '0';
  return { route, segments, rank: `${segments.map(({ kind }) => RANK[kind]).join('')}/${method}` };
}

function segment(text: string): Segment {
  const match = /^\{(.+?)(\+?)\}$/.exec(text);
  if (!match) return { kind: 'static', name: text };
  return { kind: match[2] ? 'greedy' : 'parameter', name: match[1] ?? '' };
}

function parametersOf(
  segments: readonly Segment[],
  parts: readonly string[],
): Record<string, string> | undefined {
  const parameters: Record<string, string> = {};
  for (const [index, { kind, name }] of segments.entries()) {
    const part = parts[index];
    if (part === undefined || !fits(kind, name, part)) return undefined;
    if (kind === 'greedy') return { ...parameters, [name]: parts.slice(index).join('/') };
    if (kind === 'parameter') parameters[name] = part;
  }
  return segments.length === parts.length ? parameters : undefined;
}

function fits(kind: Segment['kind'], name: string, part: string): boolean {
  if (kind === 'static') return part === name;
  return kind === 'greedy' || part !== '';
}
