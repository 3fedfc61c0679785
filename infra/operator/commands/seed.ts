import { existsSync } from 'node:fs';
import { PATHS } from '#infra/build/paths.ts';
import { functionsOf } from '#infra/local/assembly/functions.ts';
import { tablesOf } from '#infra/local/assembly/tables.ts';
import { findRunning, openHome } from '#infra/local/home.ts';
import { readSettings } from '#infra/local/settings.ts';
import { openStorage, tableNames } from '#infra/local/storage.ts';
import { readTemplate } from '#infra/local/template.ts';
import { Advice } from '../open-portal.ts';

/** Makes the data of a new portal, as its first start would. Data that is there is never touched. */
export async function seedData(
  environment: NodeJS.ProcessEnv,
  seed: string,
  say: (line: string) => void,
): Promise<number> {
  if (seed !== 'demo' && seed !== 'empty') throw new Advice(`There is no seed ${seed}: use demo or empty.`);
  const { data } = readSettings(environment);
  if (findRunning(data) !== undefined)
    throw new Advice(`A portal runs on ${data}: stop it with Ctrl-C first.`);
  if (existsSync(`${data}/portal.db`))
    throw new Advice(
      `There is data in ${data} already. Name another directory in PORTAL_DATA, or delete that one.`,
    );
  if (!existsSync(PATHS.assembly))
    throw new Advice('The portal has not been built yet: run npm run synth first.');
  const template = readTemplate(PATHS.assembly);
  const engine = await openStorage({
    home: openHome('file', data),
    seed,
    tables: tablesOf(template),
    nameOf: tableNames(functionsOf(template)),
    now: new Date(),
  });
  await engine.close();
  say(
    `${data} holds the ${seed === 'demo' ? 'demonstration' : 'places, and nobody yet: go on with place init'}.`,
  );
  return 0;
}
