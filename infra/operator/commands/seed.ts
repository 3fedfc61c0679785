import { existsSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { PATHS } from '#infra/build/paths.ts';
import { asideOf, askAgain, putAside, putAsideBefore } from '#infra/local/again.ts';
import { functionsOf } from '#infra/local/assembly/functions.ts';
import { tablesOf } from '#infra/local/assembly/tables.ts';
import { findRunning, isAlive, openHome, type Running } from '#infra/local/home.ts';
import { readSettings } from '#infra/local/settings.ts';
import { openStorage, tableNames } from '#infra/local/storage.ts';
import { readTemplate } from '#infra/local/template.ts';
import { Advice, openPortal } from '../open-portal.ts';
import { areasOf } from '../seed/mark.ts';

const AFRESH = '--afresh';
const ASK_EVERY = 200;
/** A start takes seconds; on a busy machine a minute. */
const PATIENCE = 180_000;

type Seed = 'demo' | 'empty';
type Seeding = { data: string; seed: Seed; now: Date; say: (line: string) => void };

function seedAsked(args: readonly string[]): Seed {
  const [seed = 'demo', ...more] = args.filter((arg) => arg !== AFRESH);
  if ((seed !== 'demo' && seed !== 'empty') || more.length > 0)
    throw new Advice(`There is no seed ${[seed, ...more].join(' ')}: use demo or empty.`);
  return seed;
}

/** Refuses to put anything aside but a demonstration: an area that somebody set up is theirs. */
async function refuseOwn(environment: NodeJS.ProcessEnv, data: string): Promise<void> {
  const portal = await openPortal(environment);
  const { all, own } = await areasOf(portal.table).finally(portal.close);
  if (all.length > 0 && own.length === 0) return;
  const what =
    all.length === 0
      ? `${data} is kept for an area of your own`
      : `${data} holds what you set up yourself: ${own.join(', ')}`;
  throw new Advice(
    `${what}. Nothing was changed. Name another directory in PORTAL_DATA, or add ${AFRESH} to put all of it aside and begin again.`,
  );
}

/** What has piled up beside the data: nothing that somebody may have typed is removed unasked. */
function stillKept(data: string): string[] {
  const kept = putAsideBefore(data);
  if (kept.length < 2) return [];
  return [
    `${kept.length} directories put aside are kept in all, and none is removed by itself. Remove those you need no more:`,
    ...kept.map((directory) => `  rm -r '${directory}'`),
  ];
}

/** Makes the data of a portal that does not run. */
async function layOut({ data, seed, now, say }: Seeding): Promise<void> {
  const template = readTemplate(PATHS.assembly);
  const engine = await openStorage({
    ...{ home: openHome('file', data), seed, now },
    tables: tablesOf(template),
    nameOf: tableNames(functionsOf(template)),
  });
  await engine.close();
  const what = seed === 'demo' ? 'the demonstration' : 'the places, and nobody yet: go on with place init';
  say(`${data} holds ${what}. Start it with npm start.`);
}

/** Has the portal that runs begin again by itself, at the same address, and waits until it has. */
async function layOutRunning({ data, seed, now, say }: Seeding, running: Running): Promise<void> {
  const aside = asideOf(data, now);
  askAgain(data, running.pid, { seed, aside });
  const until = Date.now() + PATIENCE;
  while (!(existsSync(aside) && findRunning(data))) {
    if (!isAlive(running.pid) || Date.now() > until)
      throw new Advice(
        `The portal did not come back. ${existsSync(aside) ? `What was there is kept in ${aside}.` : 'Its data is as it was.'} Stop it if it still runs, then start it with npm start.`,
      );
    await setTimeout(ASK_EVERY);
  }
  say(`What was there is kept in ${aside}.`);
  say(`${running.origin} runs with everything laid out afresh. Everybody signs in again.`);
}

/**
 * Makes the data of a new portal, as its first start would: `seed [demo|empty]`. A demonstration that is
 * there, running or not, is put aside whole, so that nothing is lost, and laid out afresh; data with an
 * area that somebody set up is put aside only with `--afresh`. Throws advice about what it leaves alone.
 */
export async function seedData(
  environment: NodeJS.ProcessEnv,
  args: readonly string[],
  say: (line: string) => void,
): Promise<number> {
  const seed = seedAsked(args);
  const { data } = readSettings(environment);
  if (!existsSync(PATHS.assembly))
    throw new Advice('The portal has not been built yet: run npm run synth first.');
  if (existsSync(`${data}/seeded`))
    throw new Advice(
      `The data of ${data} is in another engine, which cannot be put aside from here: empty that engine, remove ${data} and run this again.`,
    );
  const isThere = existsSync(`${data}/portal.db`);
  if (isThere && !args.includes(AFRESH)) await refuseOwn(environment, data);
  const seeding = { data, seed, now: new Date(), say };
  const running = findRunning(data);
  if (running !== undefined) await layOutRunning(seeding, running);
  else {
    const aside = asideOf(data, seeding.now);
    if (isThere) {
      putAside(data, aside);
      say(`What was there is kept in ${aside}.`);
    }
    await layOut(seeding);
  }
  for (const line of stillKept(data)) say(line);
  return 0;
}
