import * as z from 'zod/mini';
import type { Assembly } from './assembly.ts';
import { functionsOf } from './functions.ts';
import { readShape } from './read-shape.ts';

/** A function's own leave for a service to call it. */
export type PermissionSpec = {
  logicalId: string;
  functionArn: string;
  /** `apigateway.amazonaws.com` */
  principal: string;
  action: string;
  /** A pattern (ArnLike); undefined: from anywhere. */
  sourceArn: string | undefined;
};

const PermissionShape = z.object({
  FunctionName: z.string(),
  Principal: z.string(),
  Action: z.string(),
  SourceArn: z.optional(z.string()),
});

/** Every permission on a function. */
export function permissionsOf(assembly: Assembly): PermissionSpec[] {
  const functions = functionsOf(assembly);
  return assembly.resources('AWS::Lambda::Permission').map((resource) => {
    const shape = readShape(resource, PermissionShape);
    return {
      logicalId: resource.logicalId,
      functionArn: functions.find((it) => it.name === shape.FunctionName)?.arn ?? shape.FunctionName,
      principal: shape.Principal,
      action: shape.Action,
      sourceArn: shape.SourceArn,
    };
  });
}
