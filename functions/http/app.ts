import { Hono } from 'hono/tiny';
import { errorFields } from '#functions/runtime/logger.ts';
import { Unavailable } from '#functions/runtime/unavailable.ts';
import type { Boundary } from '#shared/api/endpoint.ts';
import type { Refusal } from '#shared/api/problem.ts';
import type { HttpContext } from './context.ts';
import { problemResponse } from './problems.ts';
import { memoryBuckets } from './rate.ts';

/** What a request brings beside itself. */
type GatewayBindings = { requestId: string };

/** Answers a refusal in the form of the route: a problem document, or a page. */
export type Refused = (refusal: Refusal) => Promise<Response>;
export type Env = {
  Bindings: Partial<GatewayBindings>;
  Variables: { requestId: string; route: string; refused: Refused };
};

/** One function's HTTP application: what is mounted on it comes from the registry and belongs to its boundary. */
export type App = {
  hono: Hono<Env>;
  boundary: Boundary;
  context: HttpContext;
  buckets: ReturnType<typeof memoryBuckets>;
  /** Ids of the routes mounted so far. */
  mounted: Set<string>;
};

const refusalOf = (error: Error): Refusal => ({
  code: error instanceof Unavailable ? 'unavailable' : 'failed',
});

/** Makes the application of one boundary. Surprises of all routes are caught here, once. */
export function createApp(boundary: Boundary, context: HttpContext): App {
  const hono = new Hono<Env>();
  hono.use(async (c, next) => {
    c.set('requestId', c.env?.requestId ?? context.ids.event());
    await next();
  });
  hono.notFound((c) => problemResponse({ code: 'not_found' }, c.get('requestId')));
  hono.onError(async (error, c) => {
    const refusal = refusalOf(error);
    const requestId = c.get('requestId');
    const service = error instanceof Unavailable ? { service: error.service } : {};
    context.log.error('request failed', {
      requestId,
      route: c.get('route'),
      code: refusal.code,
      ...service,
      ...errorFields(error),
    });
    const refused = c.get('refused') ?? (async () => problemResponse(refusal, requestId));
    return await refused(refusal).catch(() => problemResponse(refusal, requestId));
  });
  return { hono, boundary, context, buckets: memoryBuckets(), mounted: new Set() };
}
