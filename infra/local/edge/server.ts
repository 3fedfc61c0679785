import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { MOST_BODY_BYTES } from '../api/http-api.ts';
import { platformAnswer, type Request, type Response } from '../api/message.ts';

const TOO_LARGE = platformAnswer(413, 'Request Entity Too Large');
const BROKEN = platformAnswer(500, 'Internal Server Error');

export type ServerOptions = {
  handle: (request: Request) => Promise<Response>;
  /** Dates every answer: browsers and scripts see the shared clock. */
  now: () => Date;
  onError: (error: unknown) => void;
  /** Raw requests that are not the handler's: the local pages; true when it took the request. */
  intercept?: (request: IncomingMessage, response: ServerResponse) => boolean;
};

/** Serves a handler over plain HTTP. Bodies are read whole, up to the gateway's limit. */
export function serve(options: ServerOptions): Server {
  return createServer({ keepAliveTimeout: 65_000 }, (incoming, outgoing) => {
    if (options.intercept?.(incoming, outgoing)) return;
    answer(incoming, options)
      .catch((error: unknown) => {
        options.onError(error);
        return BROKEN;
      })
      .then((response) => write(incoming, outgoing, response, options.now))
      .catch(options.onError);
  });
}

async function answer(incoming: IncomingMessage, { handle }: ServerOptions): Promise<Response> {
  const body = await readBody(incoming, MOST_BODY_BYTES);
  if (!body) return TOO_LARGE;
  const url = incoming.url ?? '/';
  const at = url.indexOf('?');
  return handle({
    method: incoming.method ?? 'GET',
    path: at < 0 ? url : url.slice(0, at),
    query: at < 0 ? '' : url.slice(at + 1),
    headers: incoming.headers,
    body,
    sourceIp: (incoming.socket.remoteAddress ?? '').replace(/^::ffff:/, ''),
  });
}

const EMPTY = Buffer.alloc(0);

/** The whole body, or undefined when it is larger than allowed (the rest is thrown away unread). */
export async function readBody(incoming: IncomingMessage, most: number): Promise<Buffer | undefined> {
  if (incoming.method === 'GET' || incoming.method === 'HEAD') return EMPTY;
  if (Number(incoming.headers['content-length'] ?? 0) > most) {
    incoming.resume();
    return undefined;
  }
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of incoming) {
    length += chunk.length;
    if (length <= most) chunks.push(chunk);
  }
  return length > most ? undefined : Buffer.concat(chunks);
}

function write(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  response: Response,
  now: () => Date,
): void {
  const { status, headers, body } = response;
  const length = typeof body === 'string' ? Buffer.byteLength(body) : body.length;
  outgoing.writeHead(status, {
    ...headers,
    date: now().toUTCString(),
    ...(status !== 304 && status !== 204 && { 'content-length': length }),
  });
  outgoing.end(incoming.method === 'HEAD' ? undefined : body);
}
