import { auditKeys } from '#functions/store/audit-keys.ts';
import { insightKeys } from '#functions/store/insight-keys.ts';
import {
  directoryKeys,
  eventKeys,
  keyKeys,
  peopleKeys,
  portalKeys,
  sessionKeys,
} from '#functions/store/keys.ts';
import { RETENTION, type Rule } from '#functions/store/retention.ts';
import { type Item, type Key, TABLES, type TableName } from '#functions/store/table.ts';

const KEYS: Readonly<Record<TableName, object>> = {
  portal: portalKeys,
  events: eventKeys,
  directory: directoryKeys,
  sessions: sessionKeys,
  people: peopleKeys,
  keys: keyKeys,
  audit: auditKeys,
  insight: insightKeys,
};

/** Stands for any part of a key. */
const ANY = '\u00a7';
/** With the zeros that fill up a number. */
const FILLED = new RegExp(`0*${ANY}`, 'g');
const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
const asPattern = (text: string) => escaped(text).replaceAll(FILLED, '.+');

/** The key a function of keys.ts makes of parts that stand for any: one takes a list of them. */
function keyOf(make: (...parts: unknown[]) => Key): Key {
  try {
    return make(ANY, ANY, ANY, ANY);
  } catch {
    return make(ANY, ANY, [ANY]);
  }
}

/** A key of a kind, with a letter for each part. */
export function exampleOf(table: TableName, name: string): Key {
  const { pk, sk } = keyOf(Reflect.get(KEYS[table], name));
  return { pk: pk.replaceAll(ANY, 'x'), sk: sk.replaceAll(ANY, 'x') };
}

type Kind = { name: string; rule: Rule; matches: RegExp; literal: number };

const kindsOf = (table: TableName): Kind[] =>
  Object.entries<Rule>(RETENTION[table]).map(([name, rule]) => {
    const key = keyOf(Reflect.get(KEYS[table], name));
    const text = `${key.pk} ${key.sk}`;
    const matches = new RegExp(`^${asPattern(text)}$`, 's');
    return { name, rule, matches, literal: text.replaceAll(FILLED, '').length };
  });

const KINDS = new Map(TABLES.map((table) => [table, kindsOf(table)]));

/** What kind of item a key is of, by the table it stands in: the one that says most of it; undefined for a key nobody declared. */
export const kindOf = (table: TableName, { pk, sk }: Key): Kind | undefined =>
  KINDS.get(table)
    ?.filter(({ matches }) => matches.test(`${pk} ${sk}`))
    .toSorted((a, b) => b.literal - a.literal)[0];

/** What is wrong with the end an item carries, by its rule; undefined when nothing is. */
function wrongEnd({ ttl }: Item, rule: Rule, now: number): string | undefined {
  if (rule.ttl === 'never') return ttl === undefined ? undefined : 'ends by itself and should not';
  if (ttl === undefined) return rule.ttl === 'always' ? 'never ends' : undefined;
  // What was written a moment ago may round up to the next second.
  return ttl <= now + rule.days * 86_400 + 60 ? undefined : 'ends later than its rule says';
}

/** Items without a rule of retention, and items whose end is not what their rule says: one sentence a kind. */
export function againstRules(tables: ReadonlyMap<TableName, readonly Item[]>, now: string | Date): string[] {
  const at = new Date(now).getTime() / 1000;
  const wrong = [...tables].flatMap(([table, items]) =>
    items.flatMap((item) => {
      const kind = kindOf(table, item);
      if (kind === undefined) return [`${table}: no rule for ${item.pk} ${item.sk}`];
      const end = wrongEnd(item, kind.rule, at);
      return end === undefined ? [] : [`${table}: ${kind.name} ${end}`];
    }),
  );
  return [...new Set(wrong)];
}
