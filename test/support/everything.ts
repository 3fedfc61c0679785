import { ScanCommand } from '@aws-sdk/client-dynamodb';
import { toItem } from '#functions/store/attributes.ts';
import { referralFromItem } from '#functions/store/referral.ts';
import type { Item, TableName } from '#functions/store/table.ts';
import { NAMES, type TestEngine } from './engine.ts';

/** A packed body as it reads once unpacked, and bytes as text too: a leak must not hide in either. */
function readable(item: Item): Item {
  const bytes = Object.entries(item).flatMap(([name, value]) =>
    value instanceof Uint8Array ? [[`${name}AsText`, Buffer.from(value).toString('latin1')]] : [],
  );
  const unpacked =
    item.sk === 'referral' ? { unpacked: JSON.stringify(referralFromItem(item).value) } : undefined;
  return { ...item, ...Object.fromEntries(bytes), ...unpacked };
}

/** Every item of a table, for tests that ask what may be nowhere. */
export async function everything(
  { client }: Pick<TestEngine, 'client'>,
  table: TableName,
  name = NAMES[table],
): Promise<Item[]> {
  const items: Item[] = [];
  let from: Record<string, object> | undefined;
  do {
    const page = await client.send(
      new ScanCommand({ TableName: name, ...(from && { ExclusiveStartKey: from as never }) }),
    );
    items.push(...(page.Items ?? []).map((item) => readable(toItem(item))));
    from = page.LastEvaluatedKey;
  } while (from !== undefined);
  return items;
}
