import type { IncomingMessage, ServerResponse } from 'node:http';
import { parseJson } from './body.ts';
import type { DynamoDoor } from './dynamodb/door.ts';
import { badRequest, Failure } from './failure.ts';
import { callerOf, readBody, sendFailure, sendJson } from './http.ts';
import type { KmsService } from './kms/service.ts';
import type { SesService } from './ses/service.ts';
import type { SqsService } from './sqs/service.ts';

export type Service = 'dynamodb' | 'kms' | 'sqs' | 'ses';
export type Services = { dynamo: DynamoDoor; kms: KmsService; sqs: SqsService; ses: SesService };
export type Router = {
  handle(request: IncomingMessage, reply: ServerResponse): void;
  setOutage(service: Service, down: boolean): void;
};
type Call = { service: Service; caller: string; target: string; body: Buffer };

/** Tells the services on the one port apart: by X-Amz-Target, or by path for mail. */
export function createRouter(services: Services): Router {
  const down = new Set<Service>();
  const serve = async (request: IncomingMessage, reply: ServerResponse) => {
    const target = String(request.headers['x-amz-target'] ?? '');
    const service = serviceOf(request, target);
    const body = await readBody(request);
    if (down.has(service)) throw new Failure(503, 'ServiceUnavailable', `${service} is out of order.`);
    await answer(services, { service, caller: callerOf(request), target, body }, reply);
  };
  return {
    handle: (request, reply) => {
      serve(request, reply).catch((error: unknown) => sendFailure(reply, failureFrom(error)));
    },
    setOutage: (service, outage) => {
      if (outage) down.add(service);
      else down.delete(service);
    },
  };
}

function serviceOf(request: IncomingMessage, target: string): Service {
  if (target.startsWith('DynamoDB')) return 'dynamodb';
  if (target.startsWith('TrentService.')) return 'kms';
  if (target.startsWith('AmazonSQS.')) return 'sqs';
  if (request.method === 'POST' && request.url?.startsWith('/v2/email/outbound-emails')) return 'ses';
  throw badRequest(
    'UnknownOperationException',
    `The local cloud does not answer ${request.method} ${request.url} ${target}.`,
  );
}

async function answer(services: Services, call: Call, reply: ServerResponse): Promise<void> {
  const { service, caller, target, body } = call;
  if (service === 'dynamodb') return services.dynamo.pass(call, reply);
  const operation = target.slice(target.indexOf('.') + 1);
  const wanted = { caller, operation, body: parseJson(body) };
  if (service === 'kms') sendJson(reply, services.kms(wanted));
  else if (service === 'sqs') sendJson(reply, await services.sqs(wanted));
  else sendJson(reply, services.ses(wanted));
}

function failureFrom(error: unknown): Failure {
  if (error instanceof Failure) return error;
  return new Failure(500, 'InternalFailure', error instanceof Error ? error.message : String(error));
}
