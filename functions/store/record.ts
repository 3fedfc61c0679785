import type * as z from 'zod/mini';
import type { Expected, Item, Key, Value } from './table.ts';

/** What was read: the value as its schema says, and the version to expect when writing it back. */
export type Stored<T> = { value: T; version: number };

/**
 * When what was made of something read may be written: while it stands at the version that was read, or,
 * where there was nothing (0 or undefined), while there still is nothing.
 */
export const unchangedSince = (version: number | undefined): Expected =>
  version === undefined || version === 0 ? 'absent' : { version };

/** Turns the body of an older shape into the next one; applied in order until the shape is current. */
export type Migration = (body: Record<string, unknown>) => unknown;

/**
 * One kind of item. Its body is one packed JSON attribute (`body`), so that a read costs one unmarshal;
 * index keys, `version` and `ttl` stand beside it. Shapes are numbered from 1: an item of an older
 * shape is migrated on read and written back in the new shape by its next change. A body that fits no
 * shape throws: in a single read that is a fault, in a list the caller reports and skips it.
 */
export function record<S extends z.ZodMiniType>(
  kind: string,
  schema: S,
  migrations: readonly Migration[] = [],
) {
  const shape = migrations.length + 1;
  return {
    kind,
    shape,
    schema,
    toItem(key: Key, value: z.infer<S>, version: number, beside: Record<string, Value> = {}): Item {
      return { ...key, ...beside, schema: shape, version, body: JSON.stringify(value) };
    },
    fromItem(item: Item): Stored<z.infer<S>> {
      const stored: unknown = JSON.parse(String(item['body']));
      const migrated = migrations
        .slice(item.schema - 1)
        .reduce<unknown>((body, migrate) => migrate(Object(body)), stored);
      const parsed = schema.safeParse(migrated);
      if (!parsed.success) {
        throw new Error(`A ${kind} item does not fit shape ${shape}`, { cause: parsed.error });
      }
      return { value: parsed.data, version: item.version ?? 1 };
    },
  };
}
