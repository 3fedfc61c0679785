import * as z from 'zod/mini';
import type { Assembly, Resource } from './assembly.ts';
import { Count, readShape } from './read-shape.ts';

export type RouteSpec = {
  /** `GET /api/search`, `ANY /oruk/{proxy+}` or `$default` */
  routeKey: string;
  /** `ANY` or an HTTP method; `$default` has none. */
  method: string | undefined;
  path: string | undefined;
  functionArn: string;
  payloadFormat: string;
  timeoutMilliseconds: number;
  authorizationType: string;
};
export type HttpApiSpec = {
  id: string;
  endpoint: string;
  stage: string;
  routes: RouteSpec[];
  throttle: { burst: number | undefined; rate: number | undefined };
  cors: unknown;
};

const ApiShape = z.object({
  ProtocolType: z.literal('HTTP', 'only an HTTP API is modelled'),
  CorsConfiguration: z.optional(z.unknown()),
});
const StageShape = z.object({
  StageName: z.string(),
  DefaultRouteSettings: z.optional(
    z.object({ ThrottlingBurstLimit: z.optional(Count), ThrottlingRateLimit: z.optional(Count) }),
  ),
});
const IntegrationShape = z.object({
  IntegrationType: z.literal('AWS_PROXY', 'only functions are modelled as integrations'),
  IntegrationUri: z.string(),
  PayloadFormatVersion: z._default(z.string(), '1.0'),
  TimeoutInMillis: z._default(Count, 30_000),
});
const RouteShape = z.object({
  RouteKey: z.string(),
  Target: z.string(),
  AuthorizationType: z._default(z.string(), 'NONE'),
});

/** The one HTTP API of the assembly; throws when there is none or more than one. */
export function httpApiOf(assembly: Assembly): HttpApiSpec {
  const api = only(assembly.resources('AWS::ApiGatewayV2::Api'), 'HTTP API');
  const stage = readShape(
    only(assembly.resources('AWS::ApiGatewayV2::Stage'), 'stage of the HTTP API'),
    StageShape,
  );
  const integrations = assembly
    .resources('AWS::ApiGatewayV2::Integration')
    .map((resource) => ({ id: resource.ref, resource }));
  return {
    id: api.ref,
    endpoint: api.attribute('ApiEndpoint'),
    stage: stage.StageName,
    routes: assembly.resources('AWS::ApiGatewayV2::Route').map((resource) => {
      const route = readShape(resource, RouteShape);
      const integration = integrations.find((it) => `integrations/${it.id}` === route.Target);
      if (integration === undefined) {
        throw new Error(`${resource.logicalId} (stack ${resource.stack}) has no integration.`);
      }
      return routeOf(route, readShape(integration.resource, IntegrationShape));
    }),
    throttle: {
      burst: stage.DefaultRouteSettings?.ThrottlingBurstLimit,
      rate: stage.DefaultRouteSettings?.ThrottlingRateLimit,
    },
    cors: readShape(api, ApiShape).CorsConfiguration,
  };
}

function routeOf(
  route: z.infer<typeof RouteShape>,
  integration: z.infer<typeof IntegrationShape>,
): RouteSpec {
  const [method, path] = route.RouteKey === '$default' ? [] : route.RouteKey.split(' ');
  return {
    routeKey: route.RouteKey,
    method,
    path,
    // An integration names the function itself or the path API Gateway invokes it by.
    functionArn:
      /functions\/(arn:[^/]+)\/invocations$/.exec(integration.IntegrationUri)?.[1] ??
      integration.IntegrationUri,
    payloadFormat: integration.PayloadFormatVersion,
    timeoutMilliseconds: integration.TimeoutInMillis,
    authorizationType: route.AuthorizationType,
  };
}

/** The single resource of its kind. */
export function only(resources: Resource[], what: string): Resource {
  const [resource] = resources;
  if (resource !== undefined && resources.length === 1) return resource;
  throw new Error(`The local cloud runs one ${what}; the assembly has ${resources.length}.`);
}
