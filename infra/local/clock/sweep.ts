import type { TableSpec } from '../assembly/tables.ts';
import { callEngine } from '../engine/call.ts';

type Item = Record<string, unknown>;

/**
 * Removes every item whose time to live has passed by the shared clock. DynamoDB does so within days and the
 * engine never; queries must ignore such items anyway, this only keeps a long demonstration small.
 */
export async function sweepExpired(
  engineUrl: string,
  tables: readonly TableSpec[],
  now: Date,
): Promise<number> {
  let removed = 0;
  for (const table of tables) if (table.ttl !== undefined) removed += await sweepTable(engineUrl, table, now);
  return removed;
}

async function sweepTable(engineUrl: string, table: TableSpec, now: Date): Promise<number> {
  const keys = [table.partition.name, ...(table.sort ? [table.sort.name] : [])];
  const expired = {
    ExpressionAttributeNames: { '#ttl': table.ttl },
    ExpressionAttributeValues: { ':now': { N: String(Math.floor(now.getTime() / 1000)) } },
  };
  let removed = 0;
  let start: unknown;
  do {
    const page = await callEngine(engineUrl, 'Scan', {
      TableName: table.name,
      FilterExpression: '#ttl < :now',
      ...expired,
      ...(start !== undefined && { ExclusiveStartKey: start }),
    });
    for (const item of Array.isArray(page['Items']) ? page['Items'] : []) {
      await remove(engineUrl, { table, keys, expired }, item);
      removed += 1;
    }
    start = page['LastEvaluatedKey'];
  } while (start !== undefined);
  return removed;
}

type Sweep = { table: TableSpec; keys: string[]; expired: object };

/** Only while it is still past its time: a session renewed in between stays. */
async function remove(engineUrl: string, { table, keys, expired }: Sweep, item: Item): Promise<void> {
  await callEngine(engineUrl, 'DeleteItem', {
    TableName: table.name,
    Key: Object.fromEntries(keys.map((name) => [name, item[name]])),
    ConditionExpression: '#ttl < :now',
    ...expired,
  }).catch((error: unknown) => {
    if (!String(error).includes('ConditionalCheckFailed')) throw error;
  });
}
