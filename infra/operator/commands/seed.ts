import { existsSync, renameSync } from 'node:fs';
import { PATHS } from '#infra/build/paths.ts';
import { functionsOf } from '#infra/local/assembly/functions.ts';
import { tablesOf } from '#infra/local/assembly/tables.ts';
import { findRunning, openHome } from '#infra/local/home.ts';
import { readSettings } from '#infra/local/settings.ts';
import { openStorage, tableNames } from '#infra/local/storage.ts';
import { readTemplate } from '#infra/local/template.ts';
import { Advice } from '../open-portal.ts';

const AFRESH = '--afresh';

/** Puts the data that is there aside under a name with the time in it, and answers that name. */
function putAside(data: string, now: Date): string {
  const aside = `${data.replace(/\/+$/, '')}-until-${now.toISOString().replaceAll(/[:.]/g, '-')}`;
  renameSync(data, aside);
  return aside;
}

/**
 * Makes the data of a new portal, as its first start would: `seed [demo|empty]`. Data that is there is
 * never touched; with `--afresh` it is put aside whole, so that nothing is lost, and new data is laid out.
 */
export async function seedData(
  environment: NodeJS.ProcessEnv,
  args: readonly string[],
  say: (line: string) => void,
): Promise<number> {
  const [seed = 'demo', ...more] = args.filter((arg) => arg !== AFRESH);
  if ((seed !== 'demo' && seed !== 'empty') || more.length > 0)
    throw new Advice(`There is no seed ${[seed, ...more].join(' ')}: use demo or empty.`);
  const { data } = readSettings(environment);
  if (findRunning(data) !== undefined)
    throw new Advice(`A portal runs on ${data}: stop it with Ctrl-C first.`);
  const isThere = existsSync(`${data}/portal.db`);
  if (isThere && !args.includes(AFRESH))
    throw new Advice(
      `There is data in ${data} already. Add ${AFRESH} to put it aside and begin again, or name another directory in PORTAL_DATA.`,
    );
  if (!existsSync(PATHS.assembly))
    throw new Advice('The portal has not been built yet: run npm run synth first.');
  const now = new Date();
  if (isThere) say(`What was there is kept in ${putAside(data, now)}.`);
  const template = readTemplate(PATHS.assembly);
  const engine = await openStorage({
    home: openHome('file', data),
    seed,
    tables: tablesOf(template),
    nameOf: tableNames(functionsOf(template)),
    now,
  });
  await engine.close();
  say(
    `${data} holds the ${seed === 'demo' ? 'demonstration' : 'places, and nobody yet: go on with place init'}.`,
  );
  return 0;
}
