import * as z from 'zod/mini';
import type { Assembly } from './assembly.ts';
import { Count, readShape } from './read-shape.ts';

export type ResponseHeaderSpec = { name: string; value: string; override: boolean };
export type CorsSpec = {
  origins: string[];
  methods: string[];
  headers: string[];
  exposed: string[];
  credentials: boolean;
  maxAgeSeconds: number | undefined;
  override: boolean;
};
export type ResponseHeadersSpec = {
  headers: ResponseHeaderSpec[];
  removed: string[];
  cors: CorsSpec | undefined;
};

const override = { Override: z.boolean() };
const Items = z.object({ Items: z._default(z.array(z.string()), []) });
const PolicyShape = z.object({
  ResponseHeadersPolicyConfig: z.strictObject({
    Name: z.string(),
    Comment: z.optional(z.string()),
    CustomHeadersConfig: z.optional(
      z.object({ Items: z.array(z.object({ Header: z.string(), Value: z.string(), ...override })) }),
    ),
    RemoveHeadersConfig: z.optional(z.object({ Items: z.array(z.object({ Header: z.string() })) })),
    SecurityHeadersConfig: z.optional(
      z.strictObject({
        ContentSecurityPolicy: z.optional(z.object({ ContentSecurityPolicy: z.string(), ...override })),
        ContentTypeOptions: z.optional(z.object(override)),
        FrameOptions: z.optional(z.object({ FrameOption: z.string(), ...override })),
        ReferrerPolicy: z.optional(z.object({ ReferrerPolicy: z.string(), ...override })),
        StrictTransportSecurity: z.optional(
          z.object({
            AccessControlMaxAgeSec: Count,
            IncludeSubdomains: z._default(z.boolean(), false),
            Preload: z._default(z.boolean(), false),
            ...override,
          }),
        ),
        XSSProtection: z.optional(
          z.object({
            Protection: z.boolean(),
            ModeBlock: z._default(z.boolean(), false),
            ...override,
          }),
        ),
      }),
    ),
    CorsConfig: z.optional(
      z.object({
        AccessControlAllowOrigins: Items,
        AccessControlAllowMethods: Items,
        AccessControlAllowHeaders: Items,
        AccessControlExposeHeaders: z._default(Items, { Items: [] }),
        AccessControlAllowCredentials: z.boolean(),
        AccessControlMaxAgeSec: z.optional(Count),
        OriginOverride: z.boolean(),
      }),
    ),
  }),
});
type Config = z.infer<typeof PolicyShape>['ResponseHeadersPolicyConfig'];

/** The response headers policy with this id as headers to set and to remove; throws on one that is not ours. */
export function responseHeadersOf(assembly: Assembly, id: string | undefined): ResponseHeadersSpec {
  if (id === undefined) return { headers: [], removed: [], cors: undefined };
  const resource = assembly.resources('AWS::CloudFront::ResponseHeadersPolicy').find((it) => it.ref === id);
  if (resource === undefined)
    throw new Error(`The local cloud does not know the response headers policy ${id}.`);
  const config = readShape(resource, PolicyShape).ResponseHeadersPolicyConfig;
  const custom = (config.CustomHeadersConfig?.Items ?? []).map((it) =>
    header(it.Header, it.Value, it.Override),
  );
  return {
    headers: [...securityHeaders(config.SecurityHeadersConfig), ...custom],
    removed: (config.RemoveHeadersConfig?.Items ?? []).map((it) => it.Header.toLowerCase()),
    cors: corsOf(config.CorsConfig),
  };
}

function securityHeaders(security: Config['SecurityHeadersConfig']): ResponseHeaderSpec[] {
  const csp = security?.ContentSecurityPolicy;
  const types = security?.ContentTypeOptions;
  const frame = security?.FrameOptions;
  const referrer = security?.ReferrerPolicy;
  const transport = security?.StrictTransportSecurity;
  const xss = security?.XSSProtection;
  return [
    csp && header('content-security-policy', csp.ContentSecurityPolicy, csp.Override),
    types && header('x-content-type-options', 'nosniff', types.Override),
    frame && header('x-frame-options', frame.FrameOption, frame.Override),
    referrer && header('referrer-policy', referrer.ReferrerPolicy, referrer.Override),
    transport &&
      header(
        'strict-transport-security',
        [
          `max-age=${transport.AccessControlMaxAgeSec}`,
          ...(transport.IncludeSubdomains ? ['includeSubDomains'] : []),
          ...(transport.Preload ? ['preload'] : []),
        ].join('; '),
        transport.Override,
      ),
    xss &&
      header(
        'x-xss-protection',
        xss.Protection ? (xss.ModeBlock ? '1; mode=block' : '1') : '0',
        xss.Override,
      ),
  ].filter((it) => it !== undefined);
}

function corsOf(cors: Config['CorsConfig']): CorsSpec | undefined {
  return cors === undefined
    ? undefined
    : {
        origins: cors.AccessControlAllowOrigins.Items,
        methods: cors.AccessControlAllowMethods.Items,
        headers: cors.AccessControlAllowHeaders.Items,
        exposed: cors.AccessControlExposeHeaders.Items,
        credentials: cors.AccessControlAllowCredentials,
        maxAgeSeconds: cors.AccessControlMaxAgeSec,
        override: cors.OriginOverride,
      };
}

const header = (name: string, value: string, override: boolean): ResponseHeaderSpec => ({
  name: name.toLowerCase(),
  value,
  override,
});
