import { type Attributes, toAttributes } from './attributes.ts';
import { additionOf, conditionOf, expressionParts } from './expression.ts';
import type { Write } from './table.ts';

/** One write as DynamoDB takes it, alone or within a transaction. */
export type WriteRequest = {
  TableName: string;
  ExpressionAttributeNames?: Record<string, string>;
  ExpressionAttributeValues?: Attributes;
  /** A failed condition answers with what stood there, so that the loser can be told who was first. */
  ReturnValuesOnConditionCheckFailure: 'ALL_OLD';
};
export type PutRequest = WriteRequest & { Item: Attributes; ConditionExpression?: string };
export type KeyRequest = WriteRequest & { Key: Attributes; ConditionExpression?: string };

export type Request =
  | { kind: 'put'; request: PutRequest }
  | { kind: 'delete'; request: KeyRequest }
  | { kind: 'check'; request: KeyRequest & { ConditionExpression: string } }
  | { kind: 'add'; request: KeyRequest & { UpdateExpression: string } };

/** Builds the request of a write. `now` is epoch seconds: what is past its ttl counts as absent. */
export function writeRequest(write: Write, table: string, now: number): Request {
  const parts = expressionParts(now);
  const common = { TableName: table, ReturnValuesOnConditionCheckFailure: 'ALL_OLD' } as const;
  const placeholders = () => ({
    ...(Object.keys(parts.names).length > 0 ? { ExpressionAttributeNames: parts.names } : {}),
    ...(Object.keys(parts.values).length > 0 ? { ExpressionAttributeValues: parts.values } : {}),
  });
  if (write.kind === 'add') {
    const { update, condition } = additionOf(parts, write);
    const request = {
      Key: toAttributes(write.key),
      UpdateExpression: update,
      ConditionExpression: condition,
    };
    return { kind: 'add', request: { ...common, ...request, ...placeholders() } };
  }
  const condition = conditionOf(parts, write.expected);
  const conditional = condition === undefined ? {} : { ConditionExpression: condition };
  if (write.kind === 'put') {
    const request = { Item: toAttributes(write.item), ...conditional };
    return { kind: 'put', request: { ...common, ...request, ...placeholders() } };
  }
  const key = toAttributes({ pk: write.key.pk, sk: write.key.sk });
  if (write.kind === 'delete') {
    return { kind: 'delete', request: { ...common, Key: key, ...conditional, ...placeholders() } };
  }
  if (condition === undefined) throw new Error('A check has to expect something');
  return {
    kind: 'check',
    request: { ...common, Key: key, ConditionExpression: condition, ...placeholders() },
  };
}
