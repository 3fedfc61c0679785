import { parseArgs } from 'node:util';
import { findArea } from '#functions/store/area.ts';
import { Advice, type OpenPortal } from '../open-portal.ts';
import { atTerminal, placeAnswers, readJson } from '../place/answers.ts';
import { areaMeant, lackLines, openArea, setNumbers, signaturesFrom, todayOf } from '../place/go-live.ts';
import { initPlace, newArea } from '../place/init.ts';
import { coordinatorLink } from '../place/link.ts';

type Say = (line: string) => void;

const text = { type: 'string' } as const;
const OPTIONS = {
  answers: text,
  name: text,
  councils: text,
  organisation: text,
  phone: text,
  coordinatorEmail: text,
  area: text,
  email: text,
  'dry-run': { type: 'boolean' },
} as const;

function read(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS }).values;
  } catch (error) {
    throw new Advice(error instanceof Error ? error.message : 'These flags cannot be read.');
  }
}

const fromFile = (file: string | undefined): object => (file === undefined ? {} : Object(readJson(file)));

/** `place init`: sets up an area and shows the first coordinator's link once. */
export async function placeInit(portal: OpenPortal, args: readonly string[], say: Say): Promise<number> {
  const { answers: file, 'dry-run': dry, area: _area, email: _email, ...flags } = read(args);
  const answers = await atTerminal((ask) => placeAnswers({ ...fromFile(file), ...flags }, ask));
  const settings = newArea(answers);
  const before = await findArea(portal.table, settings.area);
  if (before !== undefined) {
    say(`${before.value.name} is set up already: nothing was changed.`);
    say('A new link for its coordinator: npm run portal -- place link --email ADDRESS');
    return 0;
  }
  say(`${settings.name} (${settings.area}): ${settings.councils.map(({ name }) => name).join(', ')}`);
  say(`First coordinator: ${answers.coordinatorEmail}`);
  if (dry === true) {
    say('This was a dry run: nothing was changed.');
    return 0;
  }
  const done = await initPlace(portal, answers);
  if (!done.made) {
    say('Somebody else has set it up meanwhile: nothing was changed.');
    return 0;
  }
  say('\nThe coordinator opens this link within two days. It works once and is shown only now:\n');
  say(done.link);
  say('\nThe area takes no referrals yet. Before it can:');
  for (const line of lackLines(done.settings)) say(line);
  say('  and every row of docs/go-live.md signed: npm run portal -- place go-live');
  return 0;
}

/** `place link`: another link for a coordinator, shown once. */
export async function placeLink(portal: OpenPortal, args: readonly string[], say: Say): Promise<number> {
  const { area, email } = read(args);
  if (email === undefined || !email.includes('@'))
    throw new Advice('Say for whom: place link --email ADDRESS');
  const { value } = await areaMeant(portal, area);
  const link = await coordinatorLink(portal, { area: value.area, email });
  say(`Within two days, once, for ${email} as coordinator of ${value.name}. It is shown only now:\n`);
  say(link);
  return 0;
}

/** `place numbers`: says whom to ring, from a file. */
export async function placeNumbers(portal: OpenPortal, args: readonly string[], say: Say): Promise<number> {
  const { area, answers } = read(args);
  if (answers === undefined)
    throw new Advice('Name a file: place numbers --answers FILE (a list of councils)');
  const settings = await setNumbers(portal, area, readJson(answers));
  const lacks = lackLines(settings);
  say(lacks.length === 0 ? `${settings.name} has every number.` : `${settings.name} still lacks:`);
  for (const line of lacks) say(line);
  return 0;
}

/** `place go-live`: opens an area for referrals, or says everything that stands in the way. */
export async function placeGoLive(portal: OpenPortal, args: readonly string[], say: Say): Promise<number> {
  const { area, answers, 'dry-run': dry } = read(args);
  const { value } = await areaMeant(portal, area);
  if (value.goneLive !== null) {
    say(`${value.name} takes referrals since ${value.goneLive.slice(0, 10)}: nothing was changed.`);
    return 0;
  }
  const lacks = lackLines(value);
  if (lacks.length > 0)
    throw new Advice(
      `${value.name} cannot go live. These are missing:\n${lacks.join('\n')}\nThe coordinator enters them on /place, or you do: place numbers --answers FILE`,
    );
  const today = todayOf(portal);
  const signed = await atTerminal((ask) => signaturesFrom(fromFile(answers), ask, today));
  if (dry === true) {
    say(`${value.name} could go live now. This was a dry run: nothing was changed.`);
    return 0;
  }
  await openArea(portal, value.area, signed);
  say(`${value.name} takes referrals from now on.`);
  return 0;
}
