import type { ServerResponse } from 'node:http';
import type { TableSpec } from '../../assembly/tables.ts';
import { members, parseJson } from '../body.ts';
import { badRequest, Failure } from '../failure.ts';
import type { Authority } from '../iam/authority.ts';
import { type Answer, type EngineLine, openEngineLine } from './engine-line.ts';
import { createJudge } from './judge.ts';

export type DynamoDoor = {
  /** Judges the request, then hands its very bytes to the engine and the engine's back. */
  pass(call: { caller: string; target: string; body: Buffer }, reply: ServerResponse): Promise<void>;
  close(): void;
};

/** The way to the tables: nothing passes that the caller's policies and the table's key do not allow. */
export function createDynamoDoor(
  authority: Authority,
  tables: readonly TableSpec[],
  engineUrl: string,
): DynamoDoor {
  const judge = createJudge(authority, tables);
  const engine = openEngineLine(engineUrl);
  return {
    pass: async ({ caller, target, body }, reply) => {
      const operation = target.slice(target.indexOf('.') + 1);
      if (!target.startsWith('DynamoDB_')) {
        throw badRequest(
          'UnknownOperationException',
          `The platform reads streams; functions do not: ${operation}.`,
        );
      }
      judge({ caller, operation, body: members(parseJson(body)) });
      handBack(await reach(engine, target, body), reply);
    },
    close: () => engine.close(),
  };
}

/** An engine that is gone or not back yet answers as AWS does in an outage, so that callers try again. */
async function reach(engine: EngineLine, target: string, body: Buffer): Promise<Answer> {
  try {
    return await engine.send(target, body);
  } catch {
    throw new Failure(500, 'InternalServerError', 'The storage engine does not answer.');
  }
}

function handBack(answer: Answer, reply: ServerResponse): void {
  reply.writeHead(answer.status, { ...answer.headers, 'content-length': answer.body.length });
  reply.end(answer.body);
}
