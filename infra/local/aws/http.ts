import type { IncomingMessage, ServerResponse } from 'node:http';
import { badRequest, type Failure } from './failure.ts';

/** Above every limit of the services here (a DynamoDB batch has at most 16 MB). */
const LARGEST_BODY = 20 * 1024 * 1024;

/** The whole body of a request; a body past every service's limit is refused. */
export function readBody(request: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > LARGEST_BODY)
        reject(badRequest('RequestEntityTooLarge', 'The request is larger than 20 MB.'));
      else chunks.push(chunk);
    });
    request.on('end', () =>
      resolve(chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks)),
    );
    request.on('error', reject);
  });
}

/** Who calls: the access key in the signature's scope, which is the function's logical id. */
export function callerOf(request: IncomingMessage): string {
  const scope = /Credential=([^/,\s]+)\//.exec(request.headers.authorization ?? '');
  if (scope?.[1] === undefined) {
    throw badRequest('MissingAuthenticationTokenException', 'The request is not signed.');
  }
  return scope[1];
}

export function sendJson(reply: ServerResponse, body: unknown): void {
  const text = JSON.stringify(body);
  reply.writeHead(200, {
    'content-type': 'application/x-amz-json-1.0',
    'content-length': Buffer.byteLength(text),
  });
  reply.end(text);
}

/** An error in the form SDKs of every protocol here read. */
export function sendFailure(reply: ServerResponse, failure: Failure): void {
  const text = JSON.stringify({ __type: failure.code, message: failure.message, Message: failure.message });
  reply.writeHead(failure.status, {
    'content-type': 'application/x-amz-json-1.0',
    'content-length': Buffer.byteLength(text),
    'x-amzn-errortype': failure.code,
  });
  reply.end(text);
}
