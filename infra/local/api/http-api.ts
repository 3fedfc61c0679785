import { randomUUID } from 'node:crypto';
import type { HttpApiSpec } from '../assembly/http-api.ts';
import type { Outcome, Shape } from '../workers/protocol.ts';
import { httpEvent } from './event.ts';
import { platformAnswer, type Request, type Response } from './message.ts';
import { httpResponse } from './reply.ts';
import { createRouter } from './routes.ts';
import { createThrottle } from './throttle.ts';

/** What API Gateway takes at most: 10 MB of body, 10,240 bytes of header lines. */
export const MOST_BODY_BYTES = 10 * 1024 * 1024;
const MOST_HEADER_BYTES = 10_240;

export type HttpApiOptions = {
  spec: HttpApiSpec;
  invoke: (functionArn: string, event: unknown, shape: Shape) => Promise<Outcome>;
  now: () => Date;
};
export type HttpApi = (request: Request) => Promise<Response>;

const NOT_FOUND = platformAnswer(404, 'Not Found');
const TOO_MANY = platformAnswer(429, 'Too Many Requests');
const TOO_LARGE = platformAnswer(413, 'Request Entity Too Large');
const HEADERS_TOO_LARGE = platformAnswer(431, 'Request Header Fields Too Large');
const BROKEN = platformAnswer(500, 'Internal Server Error');
const UNAVAILABLE = platformAnswer(503, 'Service Unavailable');

/** The HTTP API of the template: routes, limits, throttle, events and answers of payload format 2.0. */
export function createHttpApi({ spec, invoke, now }: HttpApiOptions): HttpApi {
  refuseUnknown(spec);
  const find = createRouter(spec.routes);
  const admit = createThrottle(spec.throttle);
  const domain = new URL(spec.endpoint).host;

  return async (request) => {
    if (request.body.length > MOST_BODY_BYTES) return TOO_LARGE;
    if (headerBytes(request) > MOST_HEADER_BYTES) return HEADERS_TOO_LARGE;
    const path = decodedPath(request.path);
    const match = path === undefined ? undefined : find(request.method, path);
    if (path === undefined || !match) return NOT_FOUND;
    if (!admit()) return TOO_MANY;
    const requestId = randomUUID();
    const event = httpEvent(request, path, match, {
      apiId: spec.id,
      domain,
      stage: spec.stage,
      requestId,
      now: now(),
    });
    const outcome = await within(
      match.route.timeoutMilliseconds,
      invoke(match.route.functionArn, event, 'http'),
    );
    const response = answer(outcome);
    return { ...response, headers: { ...response.headers, 'apigw-requestid': requestId } };
  };
}

function answer(outcome: Outcome | 'late'): Response {
  if (outcome === 'late') return UNAVAILABLE;
  return outcome.ok ? httpResponse(outcome.value) : BROKEN;
}

/** What the runner does not speak must stop it, not pass unseen. */
function refuseUnknown({ routes, cors }: HttpApiSpec): void {
  for (const { routeKey, payloadFormat, authorizationType } of routes) {
    if (payloadFormat !== '2.0')
      throw new Error(`${routeKey}: payload format ${payloadFormat} is not run locally.`);
    if (authorizationType !== 'NONE')
      throw new Error(`${routeKey}: authorization ${authorizationType} is not run locally.`);
  }
  if (cors !== undefined && cors !== null)
    throw new Error('CORS of the HTTP API is not run locally: the functions answer it themselves.');
}

/** The gateway decodes the path before it routes and drops what follows a decoded question mark. */
function decodedPath(path: string): string | undefined {
  if (!path.includes('%')) return path;
  try {
    return decodeURIComponent(path).split('?', 1)[0];
  } catch {
    return undefined;
  }
}

function headerBytes({ headers }: Request): number {
  let bytes = 0;
  for (const name in headers) bytes += name.length + String(headers[name]).length + 4;
  return bytes;
}

function within<Value>(milliseconds: number, promise: Promise<Value>): Promise<Value | 'late'> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), milliseconds);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
