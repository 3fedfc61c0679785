import { toAttributes } from '#functions/store/attributes.ts';
import type { Item, TableName } from '#functions/store/table.ts';
import { dayOf } from '#shared/model/civil-time.ts';
import type { Instant } from '#shared/model/dates.ts';
import { type Seed, seedItems } from './items.ts';

/** What the engine imports: items in DynamoDB's JSON by the table's deployed name. */
export type ItemsByTable = Map<string, Record<string, unknown>[]>;

/** An item in DynamoDB's JSON, with bytes as the wire carries them. */
const wire = (item: Item): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(toAttributes(item)).map(([name, value]) => [
      name,
      'B' in value ? { B: Buffer.from(value.B).toString('base64') } : value,
    ]),
  );

/** The seed of a new portal as the engine takes it; `nameOf` knows the deployed name of a table. */
export function seedFor(seed: Seed, now: Instant, nameOf: (table: TableName) => string): ItemsByTable {
  return new Map([...seedItems(seed, dayOf(now))].map(([table, items]) => [nameOf(table), items.map(wire)]));
}
