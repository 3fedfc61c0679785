import type { Assembly } from '../../assembly/assembly.ts';
import { functionsOf } from '../../assembly/functions.ts';
import { type RolePolicies, rolesOf } from '../../assembly/policies.ts';
import { schedulesOf } from '../../assembly/schedules.ts';
import { managedPolicy } from './managed.ts';
import { readStatements, type Statement } from './statement.ts';

/** Somebody whose acts are judged: a function of ours under its role, or a role another service takes on. */
export type Caller = {
  /** A function's logical id, or the role's ARN. */
  id: string;
  name: string;
  roleArn: string;
  account: string;
  /** The service that must be trusted with the role. */
  service: string;
  trust: readonly Statement[];
  statements: readonly Statement[];
};

/** Services that answer here, or that the platform itself uses in a role's name. */
const KNOWN_SERVICES = ['dynamodb', 'kms', 'lambda', 'logs', 'ses', 'sqs', 'xray'];

/** Every function of ours and every role of a schedule, by id; throws on a policy nobody here can judge. */
export function callersOf(assembly: Assembly): Map<string, Caller> {
  const roles = new Map(rolesOf(assembly).map((role) => [role.arn, role]));
  const caller = (id: string, name: string, arn: string, service: string): [string, Caller] => {
    const role = roles.get(arn);
    if (role === undefined)
      throw new Error(`${name} has the role ${arn}, which the assembly does not declare.`);
    return [id, callerOf(role, { id, name, service })];
  };
  const functions = functionsOf(assembly)
    .filter((it) => it.own)
    .map((it) => caller(it.logicalId, it.name, it.roleArn, 'lambda.amazonaws.com'));
  const schedules = schedulesOf(assembly).flatMap(({ roleArn }) =>
    roleArn === undefined
      ? []
      : [caller(roleArn, roles.get(roleArn)?.name ?? roleArn, roleArn, 'scheduler.amazonaws.com')],
  );
  return new Map([...functions, ...schedules]);
}

function callerOf(role: RolePolicies, who: { id: string; name: string; service: string }): Caller {
  const managed = role.managedPolicyArns.map((arn) => ({
    source: arn,
    document: managedPolicy(arn, role.name),
  }));
  const statements = [...role.documents, ...managed].flatMap((it) => readStatements(it.source, it.document));
  for (const statement of statements) requireKnownServices(statement);
  return {
    ...who,
    roleArn: role.arn,
    account: role.arn.split(':')[4] ?? '',
    trust: readStatements(`${role.logicalId}/trust`, role.trust),
    statements,
  };
}

function requireKnownServices(statement: Statement): void {
  for (const action of statement.actions) {
    const service = action.split(':')[0]?.toLowerCase() ?? '';
    if (action !== '*' && !KNOWN_SERVICES.includes(service)) {
      throw new Error(
        `${statement.source} speaks of ${action}, but the local cloud has no ${service}: add it to infra/local/aws.`,
      );
    }
  }
}
