import { randomUUID } from 'node:crypto';
import { createContext, Script } from 'node:vm';
import type { Request, Response } from '../api/message.ts';

type Value = { value: string; multiValue?: { value: string }[] };
type Values = Record<string, Value>;
type ViewerRequest = { method: string; uri: string; querystring: Values; headers: Values; cookies: Values };
type ViewerResponse = { statusCode: number; headers?: Values; body?: string | { data: string } };

export type ViewerFunction = (request: Request) => Promise<Request | Response>;

/**
 * Runs the source of a viewer-request function with the event CloudFront gives it. Only the language is there:
 * no require, no network, no timers. An answer with a status code ends the request at the edge.
 */
export function createViewerRequest(
  source: string,
  distribution: { id: string; domain: string },
): ViewerFunction {
  const context = createContext(
    { console: { log: () => undefined } },
    { codeGeneration: { strings: false, wasm: false } },
  );
  new Script(source, { filename: 'viewer-request.js' }).runInContext(context);
  // Called as a function, without vm's time limit: that would start a watchdog thread for every request.
  const handler: unknown = new Script('handler').runInContext(context);
  if (typeof handler !== 'function') throw new Error('The viewer-request function has no handler.');

  return async (request) => {
    const event = {
      version: '1.0',
      context: {
        distributionDomainName: distribution.domain,
        distributionId: distribution.id,
        eventType: 'viewer-request',
        requestId: randomUUID(),
      },
      viewer: { ip: request.sourceIp },
      request: viewerRequest(request),
    };
    const answer: unknown = await handler(event);
    if (isResponse(answer)) return responseOf(answer);
    if (isRequest(answer)) return requestOf(answer, request);
    throw new Error('The viewer-request function answered neither a request nor a response.');
  };
}

function viewerRequest(request: Request): ViewerRequest & { rawQueryString: () => string } {
  const { cookie, ...headers } = request.headers;
  const flat: Values = {};
  for (const [name, value] of Object.entries(headers))
    if (value !== undefined) flat[name] = { value: Array.isArray(value) ? value.join(',') : value };
  return {
    method: request.method,
    uri: request.path,
    querystring: pairs(request.query === '' ? [] : request.query.split('&')),
    headers: flat,
    cookies: pairs(cookie === undefined ? [] : cookie.split(/;\s*/)),
    rawQueryString: () => request.query,
  };
}

/** Pairs as they stand, neither side decoded; a name given twice keeps all its values. */
function pairs(parts: readonly string[]): Values {
  const values: Values = {};
  for (const part of parts) {
    const at = part.indexOf('=');
    const name = at < 0 ? part : part.slice(0, at);
    const value = at < 0 ? '' : part.slice(at + 1);
    const known = values[name];
    if (known) known.multiValue = [...(known.multiValue ?? [{ value: known.value }]), { value }];
    else if (name !== '') values[name] = { value };
  }
  return values;
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
const isResponse = (value: unknown): value is ViewerResponse => isObject(value) && 'statusCode' in value;
const isRequest = (value: unknown): value is ViewerRequest => isObject(value) && 'uri' in value;

function requestOf({ uri, querystring, headers, cookies }: ViewerRequest, original: Request): Request {
  const cookie = written(cookies).join('; ');
  const flat = Object.fromEntries(
    Object.entries(headers).map(([name, { value }]) => [name.toLowerCase(), value]),
  );
  return {
    ...original,
    path: uri,
    query: written(querystring).join('&'),
    headers: cookie === '' ? flat : { ...flat, cookie },
  };
}

function written(values: Values): string[] {
  return Object.entries(values).flatMap(([name, { value, multiValue }]) =>
    (multiValue ?? [{ value }]).map((one) => (one.value === '' ? name : `${name}=${one.value}`)),
  );
}

function responseOf({ statusCode, headers = {}, body = '' }: ViewerResponse): Response {
  return {
    status: statusCode,
    headers: Object.fromEntries(
      Object.entries(headers).map(([name, { value }]) => [name.toLowerCase(), value]),
    ),
    body: typeof body === 'string' ? body : body.data,
  };
}
