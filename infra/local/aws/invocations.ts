import type { Assembly } from '../assembly/assembly.ts';
import { httpApiOf } from '../assembly/http-api.ts';
import { type PermissionSpec, permissionsOf } from '../assembly/permissions.ts';
import { schedulesOf } from '../assembly/schedules.ts';
import type { Authority } from './iam/authority.ts';
import { matchesAction, matchesArn } from './iam/pattern.ts';

const API = 'apigateway.amazonaws.com';
const RULES = 'events.amazonaws.com';

/** A service that calls a function: on AWS the function itself must let it. */
type Invocation = { principal: string; functionArn: string; sourceArn: string };

/** Refuses by name each route of the API, and each rule, that its function does not let in. */
export function requireInvocations(assembly: Assembly, authority: Authority): void {
  const permissions = permissionsOf(assembly);
  for (const it of [...routes(assembly), ...rules(assembly)]) {
    if (permissions.some((permission) => lets(permission, it))) continue;
    const access = { caller: it.principal, action: 'lambda:InvokeFunction', resource: it.functionArn };
    authority.refuse(access, it.sourceArn, 'the function has no permission for this source');
  }
}

const lets = (permission: PermissionSpec, it: Invocation): boolean =>
  permission.functionArn === it.functionArn &&
  permission.principal === it.principal &&
  matchesAction(permission.action, 'lambda:InvokeFunction') &&
  (permission.sourceArn === undefined || matchesArn(permission.sourceArn, it.sourceArn));

function routes(assembly: Assembly): Invocation[] {
  if (assembly.resources('AWS::ApiGatewayV2::Api').length === 0) return [];
  const api = httpApiOf(assembly);
  return api.routes.map(({ method, path, functionArn }) => {
    const prefix = functionArn.replace(':lambda:', ':execute-api:').replace(/:function:.*$/, '');
    return {
      principal: API,
      functionArn,
      sourceArn: `${prefix}:${api.id}/${api.stage}/${method ?? '$default'}${path ?? ''}`,
    };
  });
}

/** A schedule with a role asks its role instead; see platform.ts. */
function rules(assembly: Assembly): Invocation[] {
  return schedulesOf(assembly).flatMap(({ roleArn, targetArn, name }) =>
    roleArn === undefined
      ? [
          {
            principal: RULES,
            functionArn: targetArn,
            sourceArn: targetArn.replace(/:lambda:(.*):function:.*$/, `:events:$1:rule/${name}`),
          },
        ]
      : [],
  );
}
