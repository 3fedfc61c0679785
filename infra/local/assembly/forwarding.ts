import * as z from 'zod/mini';
import type { Assembly } from './assembly.ts';
import { Count, readShape } from './read-shape.ts';

type Chosen = 'none' | 'all' | { include: string[] } | { exclude: string[] };
/** What of the viewer's request belongs to a cache key, or goes to the origin besides the key. */
export type ForwardSpec = { headers: Chosen; cookies: Chosen; query: Chosen };
/** Lifetimes in seconds. */
export type CachePolicySpec = {
  id: string;
  minimum: number;
  default: number;
  maximum: number;
  gzip: boolean;
  brotli: boolean;
  key: ForwardSpec;
};

const NOTHING: ForwardSpec = { headers: 'none', cookies: 'none', query: 'none' };
const YEAR = 31_536_000;
const ORIGIN_DECIDES = {
  include: ['Host', 'Origin', 'X-HTTP-Method-Override', 'X-HTTP-Method', 'X-Method-Override'],
};

/** Policies AWS keeps, as its developer guide describes them. */
const MANAGED_CACHE: readonly CachePolicySpec[] = [
  cache('658327ea-f89d-4fab-a63d-7e88639e58f6', [1, 86_400, YEAR], NOTHING),
  { ...cache('4135ea2d-6df8-44a3-9df3-4b5a84be39ad', [0, 0, 0], NOTHING), gzip: false, brotli: false },
  cache('83da9c7e-98b4-4e11-a168-04f0df8e2c65', [0, 0, YEAR], {
    headers: ORIGIN_DECIDES,
    cookies: 'all',
    query: 'none',
  }),
  cache('4cc15a8a-d715-48a4-82b8-cc0b614638fe', [0, 0, YEAR], {
    headers: ORIGIN_DECIDES,
    cookies: 'all',
    query: 'all',
  }),
];
const MANAGED_REQUEST: Readonly<Record<string, ForwardSpec>> = {
  'b689b0a8-53d0-40ab-baf2-68738e2966ac': { headers: { exclude: ['Host'] }, cookies: 'all', query: 'all' },
  '216adef6-5c7f-47e4-b989-5492eafa07d3': { headers: 'all', cookies: 'all', query: 'all' },
  'bf0718e1-ba1e-49d1-88b1-f726733018ba': { headers: { include: ['Host'] }, cookies: 'none', query: 'none' },
  '59781a5b-3903-41f3-afcb-af62929ccde1': {
    headers: { include: ['Origin'] },
    cookies: 'none',
    query: 'none',
  },
  'acba4595-bd28-49b8-b9fe-13317c0390fa': {
    headers: { include: ['User-Agent', 'Referer'] },
    cookies: 'none',
    query: 'none',
  },
};

const HeadersConfig = z.object({ HeaderBehavior: z.string(), Headers: z.optional(z.array(z.string())) });
const CookiesConfig = z.object({ CookieBehavior: z.string(), Cookies: z.optional(z.array(z.string())) });
const QueryStringsConfig = z.object({
  QueryStringBehavior: z.string(),
  QueryStrings: z.optional(z.array(z.string())),
});
const Forward = z.object({ HeadersConfig, CookiesConfig, QueryStringsConfig });
const CacheShape = z.object({
  CachePolicyConfig: z.object({
    MinTTL: Count,
    DefaultTTL: Count,
    MaxTTL: Count,
    ParametersInCacheKeyAndForwardedToOrigin: z.extend(Forward, {
      EnableAcceptEncodingGzip: z.boolean(),
      EnableAcceptEncodingBrotli: z._default(z.boolean(), false),
    }),
  }),
});
const RequestShape = z.object({ OriginRequestPolicyConfig: Forward });

/** The cache policy with this id, ours or AWS's; throws when neither has it. */
export function cachePolicyOf(assembly: Assembly, id: string): CachePolicySpec {
  const managed = MANAGED_CACHE.find((policy) => policy.id === id);
  if (managed !== undefined) return managed;
  const resource = assembly.resources('AWS::CloudFront::CachePolicy').find((it) => it.ref === id);
  if (resource === undefined) throw new Error(`The local cloud does not know the cache policy ${id}.`);
  const config = readShape(resource, CacheShape).CachePolicyConfig;
  const parameters = config.ParametersInCacheKeyAndForwardedToOrigin;
  return {
    id,
    minimum: config.MinTTL,
    default: config.DefaultTTL,
    maximum: config.MaxTTL,
    gzip: parameters.EnableAcceptEncodingGzip,
    brotli: parameters.EnableAcceptEncodingBrotli,
    key: forward(parameters),
  };
}

/** What a behaviour forwards besides its cache key; nothing without an origin request policy. */
export function originRequestOf(assembly: Assembly, id: string | undefined): ForwardSpec {
  if (id === undefined) return NOTHING;
  const managed = MANAGED_REQUEST[id];
  if (managed !== undefined) return managed;
  const resource = assembly.resources('AWS::CloudFront::OriginRequestPolicy').find((it) => it.ref === id);
  if (resource === undefined)
    throw new Error(`The local cloud does not know the origin request policy ${id}.`);
  return forward(readShape(resource, RequestShape).OriginRequestPolicyConfig);
}

function forward(config: z.infer<typeof Forward>): ForwardSpec {
  return {
    headers: chosen(config.HeadersConfig.HeaderBehavior, config.HeadersConfig.Headers),
    cookies: chosen(config.CookiesConfig.CookieBehavior, config.CookiesConfig.Cookies),
    query: chosen(config.QueryStringsConfig.QueryStringBehavior, config.QueryStringsConfig.QueryStrings),
  };
}

function chosen(behaviour: string, names: string[] | undefined): Chosen {
  if (behaviour === 'none') return 'none';
  if (behaviour === 'all' || behaviour === 'allViewer') return 'all';
  if (behaviour === 'whitelist') return { include: names ?? [] };
  if (behaviour === 'allExcept') return { exclude: names ?? [] };
  throw new Error(`The local cloud does not know the forwarding behaviour ${behaviour}.`);
}

function cache(
  id: string,
  [minimum, usual, maximum]: [number, number, number],
  key: ForwardSpec,
): CachePolicySpec {
  return { id, minimum, default: usual, maximum, gzip: true, brotli: true, key };
}
