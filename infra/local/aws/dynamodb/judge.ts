import type { TableSpec } from '../../assembly/tables.ts';
import type { AccessRequest } from '../access.ts';
import { accessDenied, badRequest } from '../failure.ts';
import type { Authority } from '../iam/authority.ts';
import { type Act, actsOf } from './acts.ts';
import { conditionKeys } from './conditions.ts';
import { keyActionsFor, viaDynamo } from './table-key.ts';

export type DynamoRequest = { caller: string; operation: string; body: Record<string, unknown> };

/**
 * Judges DynamoDB requests: every act of a request on every table, and the table's key with it. Throws
 * AccessDeniedException at the first refusal. What was allowed without a look at the request's own
 * values is remembered.
 */
export function createJudge(
  authority: Authority,
  tables: readonly TableSpec[],
): (request: DynamoRequest) => void {
  const byName = new Map(tables.map((table) => [table.name, table]));
  const passed = new Set<string>();
  const judgeAct = (act: Act, request: DynamoRequest, conditioned: boolean) => {
    const { caller } = request;
    const table = tableNamed(byName, act.table);
    const context = conditioned ? { context: conditionKeys(act, table, request) } : {};
    demand(authority, {
      caller,
      action: `dynamodb:${act.action}`,
      resource: resourceOf(act, table),
      ...context,
    });
    demandTableKey(authority, caller, act, table);
  };
  return (request) => {
    const { caller, operation, body } = request;
    const acts = actsOf(operation, body);
    if (acts.length === 0) demand(authority, { caller, action: `dynamodb:${operation}`, resource: '*' });
    const conditioned = authority.looksAt(caller, 'dynamodb:');
    const forgetful = conditioned || authority.dependsOnTime(caller);
    for (const act of acts) {
      const known = `${caller} ${act.action} ${act.table} ${act.index ?? ''}`;
      if (passed.has(known)) continue;
      judgeAct(act, request, conditioned);
      if (!forgetful) passed.add(known);
    }
  };
}

function tableNamed(tables: ReadonlyMap<string, TableSpec>, name: string): TableSpec {
  const table = tables.get(name);
  if (table !== undefined) return table;
  throw badRequest('ResourceNotFoundException', `The assembly declares no table ${name}.`);
}

const resourceOf = (act: Act, table: TableSpec) =>
  act.index === undefined ? table.arn : `${table.arn}/index/${act.index}`;

function demandTableKey(authority: Authority, caller: string, act: Act, table: TableSpec): void {
  if (table.kmsKeyArn === undefined) return;
  const via = viaDynamo(table.kmsKeyArn.split(':')[3] ?? '');
  for (const action of keyActionsFor(act.action)) {
    demand(authority, { caller, action, resource: table.kmsKeyArn, context: { 'kms:ViaService': via } });
  }
}

function demand(authority: Authority, access: AccessRequest): void {
  const refusal = authority.authorize(access);
  if (refusal !== undefined) throw accessDenied(refusal);
}
