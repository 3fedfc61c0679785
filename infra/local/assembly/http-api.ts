import type { Assembly } from './assembly.ts';

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

/** The one HTTP API of the assembly; throws when there is none or more than one. */
export function httpApiOf(assembly: Assembly): HttpApiSpec {
  throw new Error(`Not readable yet: ${assembly.directory}`);
}
