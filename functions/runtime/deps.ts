import type { HttpContext } from '#functions/http/context.ts';
import { areaLookup } from '#functions/store/area.ts';
import { dynamoClient, dynamoTable } from '#functions/store/dynamo-table.ts';
import { TABLES, type Table } from '#functions/store/table.ts';
import { fullJitter } from './backoff.ts';
import { systemClock } from './clock.ts';
import { systemIds } from './ids.ts';
import { type Logger, systemLogger } from './logger.ts';

/** The parts of a function's environment that say where its tables are: `TABLE_PORTAL` and so on. */
export type TableVariables = Partial<Record<`TABLE_${string}`, string>>;

/** The Table port over exactly the tables that this function's environment names. */
export function tableOf(environment: TableVariables): Table {
  const named = TABLES.flatMap((table) => {
    const name = environment[`TABLE_${table.toUpperCase()}`];
    return name === undefined ? [] : [[table, name] as const];
  });
  return dynamoTable({
    client: dynamoClient(),
    names: Object.fromEntries(named),
    now: systemClock,
    backoff: fullJitter(),
  });
}

/** What every function is made of: its tables, the clock, ids and a log under its name. */
export type Deps = { table: Table; now: typeof systemClock; ids: typeof systemIds; log: Logger };

export const depsOf = (name: string, environment: TableVariables): Deps => ({
  table: tableOf(environment),
  now: systemClock,
  ids: systemIds,
  log: systemLogger(name),
});

/** What an HTTP function is made of. */
export const httpContextOf = (
  name: string,
  environment: TableVariables & { ORIGIN: string; ORIGIN_SECRET_SHA256: string },
): HttpContext => ({
  ...depsOf(name, environment),
  origin: environment.ORIGIN,
  originSecrets: environment.ORIGIN_SECRET_SHA256.split(',').map((hash) => hash.trim()),
});

/** What the commands of an HTTP function work with: its context, and the settings of areas kept for a while. */
export const commandDepsOf = (context: Pick<HttpContext, 'table' | 'now' | 'ids'>) => ({
  table: context.table,
  ids: context.ids,
  areas: areaLookup(context.table, context.now),
});
