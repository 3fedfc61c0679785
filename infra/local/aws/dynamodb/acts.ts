import { members } from '../body.ts';

/** One thing a request does to one table or index. */
export type Act = {
  /** Without the service: `PutItem`. */
  action: string;
  table: string;
  index: string | undefined;
  /** Keys or items touched (DynamoDB JSON), for LeadingKeys. */
  items: readonly Record<string, unknown>[];
  /** A Query's request, whose partition stands in its condition. */
  query: Record<string, unknown> | undefined;
};

const TRANSACT_ACTIONS: Readonly<Record<string, string>> = {
  Put: 'PutItem',
  Update: 'UpdateItem',
  Delete: 'DeleteItem',
  ConditionCheck: 'ConditionCheckItem',
};

/**
 * What a DynamoDB request does, as IAM counts it: a transaction is its elements, a batch is one act a
 * table, a query of an index is an act on the index. An empty list: the request names no table.
 */
export function actsOf(operation: string, body: Record<string, unknown>): Act[] {
  switch (operation) {
    case 'BatchGetItem':
    case 'BatchWriteItem':
      return Object.entries(members(body['RequestItems'])).map(([table, wanted]) =>
        act(operation, table, operation === 'BatchGetItem' ? keysIn(wanted) : writesIn(wanted)),
      );
    case 'TransactGetItems':
      return list(body['TransactItems']).flatMap((element) => element_('GetItem', members(element)['Get']));
    case 'TransactWriteItems':
      return list(body['TransactItems']).flatMap((element) =>
        Object.entries(members(element)).flatMap(([kind, it]) =>
          element_(TRANSACT_ACTIONS[kind] ?? kind, it),
        ),
      );
    default:
      return element_(operation, body);
  }
}

function element_(action: string, value: unknown): Act[] {
  const it = members(value);
  const { TableName: table, IndexName: index } = it;
  if (typeof table !== 'string') return [];
  const items = [it['Key'], it['Item']].filter((item) => item !== undefined).map(members);
  return [
    {
      ...act(action, table, items),
      index: typeof index === 'string' ? index : undefined,
      query: action === 'Query' ? it : undefined,
    },
  ];
}

const act = (action: string, table: string, items: readonly Record<string, unknown>[]): Act => ({
  action,
  table: table.replace(/^arn:[^/]*:table\//, ''),
  index: undefined,
  items,
  query: undefined,
});

const keysIn = (wanted: unknown) => list(members(wanted)['Keys']).map(members);
const writesIn = (wanted: unknown) =>
  list(wanted).map((write) => {
    const it = members(write);
    return members(members(it['PutRequest'])['Item'] ?? members(it['DeleteRequest'])['Key']);
  });
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
