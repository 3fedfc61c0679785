import { type Assembly, assemble } from '#infra/local/assembly/assembly.ts';
import { functionsOf } from '#infra/local/assembly/functions.ts';
import { type RolePolicies, rolesOf } from '#infra/local/assembly/policies.ts';
import { schedulesOf } from '#infra/local/assembly/schedules.ts';
import { type RawAssembly, readRawAssembly } from '#infra/local/assembly/template.ts';

export const ASSEMBLY = 'cdk.out';

/** One action on one resource that a role's policies allow. */
export type OneGrant = {
  caller: string;
  callerName: string;
  action: string;
  resource: string;
  via: string | undefined;
  /** A partition that the grant's LeadingKeys condition lets through, where it has one. */
  partition: string;
};

/** Every grant of every function of ours and of every schedule, as the template says it. */
export function grantsOf(assembly: Assembly): OneGrant[] {
  const roles = new Map(rolesOf(assembly).map((role) => [role.arn, role]));
  const functions = functionsOf(assembly)
    .filter((it) => it.own)
    .flatMap((it) => grantsIn(roles.get(it.roleArn), it.logicalId, it.name));
  const schedules = schedulesOf(assembly).flatMap(({ roleArn = '' }) =>
    grantsIn(roles.get(roleArn), roleArn, roles.get(roleArn)?.name ?? ''),
  );
  const all = new Map([...functions, ...schedules].map((grant) => [JSON.stringify(grant), grant]));
  return [...all.values()];
}

function grantsIn(role: RolePolicies | undefined, caller: string, callerName: string): OneGrant[] {
  return (role?.documents ?? []).flatMap(({ document }) =>
    document.Statement.filter((statement) => statement.Effect === 'Allow').flatMap((statement) =>
      (statement.Action ?? []).flatMap((action) =>
        (statement.Resource ?? []).map((resource) => ({
          caller,
          callerName,
          action,
          resource,
          via: statement.Condition?.['StringEquals']?.['kms:ViaService']?.[0],
          partition: leadingKey(statement.Condition).replaceAll('*', 'x'),
        })),
      ),
    ),
  );
}

const leadingKey = (condition: Record<string, Record<string, string[]>> | undefined): string =>
  condition?.['ForAllValues:StringLike']?.['dynamodb:LeadingKeys']?.[0] ?? 'p';

type RawStatement = { Effect: string; Action: string | string[]; Resource: unknown } & Record<
  string,
  unknown
>;
const list = <Part>(value: Part | Part[]): Part[] => (Array.isArray(value) ? value : [value]);

/** The raw statements of a policy resource; the template is ours, its shape is known. */
const rawStatements = (raw: RawAssembly, source: string) => {
  const policy = raw.stacks.map((stack) => stack.template.Resources[source]).find((it) => it !== undefined);
  return policy?.Properties?.['PolicyDocument'] as { Statement: RawStatement[] };
};

/** The assembly from a copy of the templates in which this one grant is missing and nothing else. */
export function without(grant: OneGrant): Assembly {
  const raw = readRawAssembly(ASSEMBLY);
  const role = roleOf(assemble(ASSEMBLY, raw), grant);
  for (const { source, document } of role.documents) {
    const written = rawStatements(raw, source);
    written.Statement = written.Statement.flatMap((statement, index) => {
      const resolved = document.Statement[index];
      const resource = resolved?.Resource?.indexOf(grant.resource) ?? -1;
      return resource >= 0 && resolved?.Effect === 'Allow'
        ? split(statement, grant.action, resource)
        : [statement];
    });
  }
  return assemble(ASSEMBLY, raw);
}

/** The assembly with one more grant than the template gives. */
export function withAlso(grant: OneGrant): Assembly {
  const raw = readRawAssembly(ASSEMBLY);
  const source = roleOf(assemble(ASSEMBLY, raw), grant).documents[0]?.source ?? '';
  rawStatements(raw, source).Statement.push({
    Effect: 'Allow',
    Action: grant.action,
    Resource: grant.resource,
  });
  return assemble(ASSEMBLY, raw);
}

function split(statement: RawStatement, action: string, resource: number): RawStatement[] {
  const actions = list(statement.Action);
  const others = actions.filter((it) => it !== action);
  const elsewhere = list(statement.Resource).filter((_, index) => index !== resource);
  return [
    ...(others.length > 0 ? [{ ...statement, Action: others }] : []),
    ...(actions.includes(action) && elsewhere.length > 0
      ? [{ ...statement, Action: [action], Resource: elsewhere }]
      : []),
  ];
}

function roleOf(assembly: Assembly, grant: OneGrant): RolePolicies {
  const arn = functionsOf(assembly).find((it) => it.logicalId === grant.caller)?.roleArn ?? grant.caller;
  const role = rolesOf(assembly).find((it) => it.arn === arn);
  if (role === undefined) throw new Error(`No role of ${grant.callerName}.`);
  return role;
}
