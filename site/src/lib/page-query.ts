import * as z from 'zod/mini';

/** One value of the page's query that fits its schema; undefined for anything else, so that a bent link harms nobody. */
export function queryValue<S extends z.ZodMiniType>(
  search: string,
  name: string,
  schema: S,
): z.output<S> | undefined {
  const parsed = z.safeParse(schema, new URLSearchParams(search).get(name) ?? undefined);
  return parsed.success ? parsed.data : undefined;
}

/** All values of one name that fit their schema. */
export const queryValues = <S extends z.ZodMiniType>(
  search: string,
  name: string,
  schema: S,
): z.output<S>[] =>
  new URLSearchParams(search).getAll(name).flatMap((given) => {
    const parsed = z.safeParse(schema, given);
    return parsed.success ? [parsed.data] : [];
  });
