import * as z from 'zod/mini';
import type { Assembly } from '../../assembly/assembly.ts';
import { keysOf } from '../../assembly/keys.ts';
import { PolicyDocument } from '../../assembly/policy-document.ts';
import { queuesOf } from '../../assembly/queues.ts';
import { readShape } from '../../assembly/read-shape.ts';
import type { Guarded } from './evaluate.ts';
import { readStatements } from './statement.ts';

const QueuePolicyShape = z.object({ PolicyDocument, Queues: z.array(z.string()) });

/** Resources with a policy of their own, by ARN: keys (which must give leave) and queues (which may). */
export function guardedResources(assembly: Assembly): Map<string, Guarded> {
  const keys = keysOf(assembly).map((key): [string, Guarded] => [
    key.arn,
    {
      // A key policy's Resource is always `*`: this key.
      statements: readStatements(`${key.logicalId}/KeyPolicy`, key.policy),
      account: accountIn(key.arn),
      delegates: true,
    },
  ]);
  const queues = queuesOf(assembly);
  const policies = assembly.resources('AWS::SQS::QueuePolicy').flatMap((resource) => {
    const shape = readShape(resource, QueuePolicyShape);
    const statements = readStatements(resource.logicalId, shape.PolicyDocument);
    return queues
      .filter((queue) => shape.Queues.includes(queue.url))
      .map((queue): [string, Guarded] => [
        queue.arn,
        { statements, account: accountIn(queue.arn), delegates: false },
      ]);
  });
  return new Map([...keys, ...policies]);
}

const accountIn = (arn: string) => arn.split(':')[4] ?? '';
