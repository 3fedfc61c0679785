import { Agent, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { TableSpec } from '../../assembly/tables.ts';
import { ENGINE_HEADERS } from '../../engine/call.ts';
import type { AccessRequest, Refusal } from '../access.ts';
import { members, parseJson } from '../body.ts';
import { accessDenied, badRequest } from '../failure.ts';
import type { Authority } from '../iam/authority.ts';
import { type Act, actsOf } from './acts.ts';
import { conditionKeys } from './conditions.ts';
import { keyActionsFor, viaDynamo } from './table-key.ts';

export type DynamoDoor = {
  /** Judges the request, then hands its very bytes to the engine and the engine's back. */
  pass(call: { caller: string; target: string; body: Buffer }, reply: ServerResponse): void;
  close(): void;
};

/** Headers of the engine's answer that a client reads; the rest is about the engine's own connection. */
const KEPT = ['content-type', 'content-length', 'x-amzn-requestid', 'x-amz-crc32'];

/** The way to the tables: nothing passes that the caller's policies and the table's key do not allow. */
export function createDynamoDoor(
  authority: Authority,
  tables: readonly TableSpec[],
  engineUrl: string,
): DynamoDoor {
  const byName = new Map(tables.map((table) => [table.name, table]));
  const agent = new Agent({ keepAlive: true, maxSockets: 256, scheduling: 'lifo' });
  const { hostname, port } = new URL(engineUrl);
  return {
    pass: ({ caller, target, body }, reply) => {
      const operation = target.slice(target.indexOf('.') + 1);
      if (!target.startsWith('DynamoDB_')) {
        throw badRequest(
          'UnknownOperationException',
          `The platform reads streams; functions do not: ${operation}.`,
        );
      }
      judge(authority, byName, { caller, operation, body: members(parseJson(body)) });
      const onward = request(
        {
          agent,
          hostname,
          port,
          method: 'POST',
          headers: {
            ...ENGINE_HEADERS,
            'content-type': 'application/x-amz-json-1.0',
            'content-length': body.length,
            'x-amz-target': target,
          },
        },
        (answer) => handBack(answer, reply),
      );
      onward.on('error', () => unreachable(reply));
      onward.end(body);
    },
    close: () => agent.destroy(),
  };
}

type Request = { caller: string; operation: string; body: Record<string, unknown> };

function judge(authority: Authority, tables: ReadonlyMap<string, TableSpec>, request_: Request): void {
  const { caller, operation, body } = request_;
  const acts = actsOf(operation, body);
  const conditioned = authority.looksAt(caller, 'dynamodb:');
  if (acts.length === 0) demand(authority, { caller, action: `dynamodb:${operation}`, resource: '*' });
  for (const act of acts) {
    const table = tables.get(act.table);
    if (table === undefined) {
      throw badRequest('ResourceNotFoundException', `The assembly declares no table ${act.table}.`);
    }
    const resource = act.index === undefined ? table.arn : `${table.arn}/index/${act.index}`;
    demand(authority, {
      caller,
      action: `dynamodb:${act.action}`,
      resource,
      ...(conditioned && { context: conditionKeys(act, table, { operation, body }) }),
    });
    demandTableKey(authority, caller, act, table);
  }
}

function demandTableKey(authority: Authority, caller: string, act: Act, table: TableSpec): void {
  if (table.kmsKeyArn === undefined) return;
  const via = viaDynamo(table.kmsKeyArn.split(':')[3] ?? '');
  for (const action of keyActionsFor(act.action)) {
    demand(authority, { caller, action, resource: table.kmsKeyArn, context: { 'kms:ViaService': via } });
  }
}

function demand(authority: Authority, access: AccessRequest): void {
  const refusal: Refusal | undefined = authority.authorize(access);
  if (refusal !== undefined) throw accessDenied(refusal);
}

function handBack(answer: IncomingMessage, reply: ServerResponse): void {
  const headers: Record<string, string> = {};
  for (const name of KEPT) {
    const value = answer.headers[name];
    if (typeof value === 'string') headers[name] = value;
  }
  reply.writeHead(answer.statusCode ?? 500, headers);
  answer.on('error', () => reply.destroy());
  answer.pipe(reply);
}

/** The engine is gone or not back yet: what AWS answers in an outage, so that callers try again. */
function unreachable(reply: ServerResponse): void {
  if (reply.headersSent) reply.destroy();
  else {
    reply.writeHead(500, { 'content-type': 'application/x-amz-json-1.0' });
    reply.end(
      '{"__type":"com.amazonaws.dynamodb.v20120810#InternalServerError","message":"The storage engine does not answer."}',
    );
  }
}
