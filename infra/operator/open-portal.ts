import { existsSync } from 'node:fs';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { fullJitter } from '#functions/runtime/backoff.ts';
import { dynamoTable } from '#functions/store/dynamo-table.ts';
import { TABLES, type Table, type TableName } from '#functions/store/table.ts';
import { PATHS } from '#infra/build/paths.ts';
import { functionsOf } from '#infra/local/assembly/functions.ts';
import { keysOf } from '#infra/local/assembly/keys.ts';
import { keptOffset } from '#infra/local/clock/offset.ts';
import { createClock } from '#infra/local/clock/shared-clock.ts';
import { startEngine } from '#infra/local/engine/engine.ts';
import { findRunning, openHome } from '#infra/local/home.ts';
import { readSettings } from '#infra/local/settings.ts';
import { tableNames } from '#infra/local/storage.ts';
import { readTemplate } from '#infra/local/template.ts';
import type { Instant } from '#shared/model/dates.ts';
import { type AnchorKeys, localAnchorKeys } from './anchor-keys.ts';

/** What an operator's command works on. */
export type OpenPortal = {
  table: Table;
  backoff: ReturnType<typeof fullJitter>;
  /** Where people open the portal. */
  origin: string;
  /** The portal's own time, which the local clock may have moved. */
  now: () => Instant;
  /** Checks the signatures of the audit’s anchors. */
  anchorKeys: AnchorKeys;
  close: () => Promise<void>;
};

/** What to say to an operator instead of a stack: what is wrong and what to do. */
export class Advice extends Error {}

/** The Table port over an engine, under the names the template gives the tables. */
export function tableAt(engineUrl: string, nameOf: (table: TableName) => string, now: () => Instant): Table {
  const client = new DynamoDBClient({
    endpoint: engineUrl,
    region: 'eu-west-2',
    credentials: { accessKeyId: 'operator', secretAccessKey: 'local' },
  });
  const names = Object.fromEntries(TABLES.map((table) => [table, nameOf(table)]));
  return dynamoTable({ client, names, now, backoff: fullJitter() });
}

/** Opens the portal of `PORTAL_DATA`: the running one by its note, else its data with an engine of our own. */
export async function openPortal(environment: NodeJS.ProcessEnv): Promise<OpenPortal> {
  if (!existsSync(PATHS.assembly))
    throw new Advice('The portal has not been built yet: run npm run synth first.');
  const { data, port } = readSettings(environment);
  const template = readTemplate(PATHS.assembly);
  const nameOf = tableNames(functionsOf(template));
  const running = findRunning(data);
  if (running === undefined && !existsSync(`${data}/portal.db`) && !environment['PORTAL_DYNAMODB_ENDPOINT'])
    throw new Advice(
      `There is no portal in ${data}: start one with npm start, or name another in PORTAL_DATA.`,
    );
  const home = openHome('file', data);
  const clock = createClock(keptOffset(home));
  const now = () => clock.now().toISOString();
  const engine =
    running === undefined
      ? await startEngine({ storage: { kind: 'file', path: home.file('portal.db') } })
      : { url: running.engineUrl, close: async () => undefined };
  return {
    table: tableAt(engine.url, nameOf, now),
    backoff: fullJitter(),
    origin: running?.origin ?? `http://localhost:${port}`,
    now,
    anchorKeys: localAnchorKeys(keysOf(template), home.file('aws/keys.json')),
    close: async () => engine.close(),
  };
}
