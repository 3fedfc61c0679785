import type { TableSpec } from '../../assembly/tables.ts';
import type { RequestContext } from '../access.ts';
import { members } from '../body.ts';
import type { Act } from './acts.ts';

/** The condition keys DynamoDB gives IAM for one act. A Scan has no leading keys at all. */
export function conditionKeys(
  act: Act,
  table: TableSpec,
  request: { operation: string; body: Record<string, unknown> },
): RequestContext {
  const partition = partitionName(act, table);
  const values = [...act.items.map((item) => text(item[partition])), partitionInQuery(act, partition)];
  const leading = values.filter((value) => value !== undefined);
  const said = (name: string) => {
    const value = request.body[name];
    return typeof value === 'string' ? { [`dynamodb:${name}`]: value } : {};
  };
  return {
    ...(leading.length > 0 && { 'dynamodb:LeadingKeys': leading }),
    ...(request.operation !== act.action && { 'dynamodb:EnclosingOperation': request.operation }),
    ...said('Select'),
    ...said('ReturnValues'),
    ...said('ReturnConsumedCapacity'),
  };
}

function partitionName(act: Act, table: TableSpec): string {
  const index = table.indexes.find((it) => it.name === act.index);
  return (index ?? table).partition.name;
}

/** The value a Query compares the partition key with, from either way of saying it. */
function partitionInQuery(act: Act, partition: string): string | undefined {
  if (act.query === undefined) return undefined;
  const old = members(members(act.query['KeyConditions'])[partition])['AttributeValueList'];
  if (Array.isArray(old)) return text(old[0]);
  const { KeyConditionExpression: expression } = act.query;
  if (typeof expression !== 'string') return undefined;
  const names = members(act.query['ExpressionAttributeNames']);
  const values = members(act.query['ExpressionAttributeValues']);
  for (const [, name, value] of expression.matchAll(/([#\w.-]+)\s*=\s*(:\w+)/g)) {
    if (name !== undefined && value !== undefined && (names[name] ?? name) === partition)
      return text(values[value]);
  }
  return undefined;
}

function text(value: unknown): string | undefined {
  const [only] = Object.values(members(value));
  return typeof only === 'string' ? only : undefined;
}
