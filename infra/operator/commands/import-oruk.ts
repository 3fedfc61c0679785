import { basename } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import * as z from 'zod/mini';
import { systemIds } from '#functions/runtime/ids.ts';
import { ListingSource } from '#shared/model/listing-source.ts';
import { ActivityKind, Need } from '#shared/model/need.ts';
import { OwnTerms } from '../import/find-needs.ts';
import { gather } from '../import/gather.ts';
import { coveredPlaces } from '../import/places.ts';
import { readJsonFile } from '../import/read-file.ts';
import { webAddress } from '../import/read-group.ts';
import { refusal } from '../import/report.ts';
import { type Imported, runImport } from '../import/run.ts';
import { Advice, type OpenPortal } from '../open-portal.ts';

const USE =
  'Use: import oruk FILE [--area AREA] [--source NAME] [--url ADDRESS] [--licence NAME] [--terms FILE] [--leave-out-broken] [--all] [--apply]';

const OPTIONS = {
  area: { type: 'string' },
  source: { type: 'string' },
  url: { type: 'string' },
  licence: { type: 'string' },
  terms: { type: 'string' },
  'leave-out-broken': { type: 'boolean', default: false },
  all: { type: 'boolean', default: false },
  apply: { type: 'boolean', default: false },
  yes: { type: 'boolean', default: false },
} as const;

function readArguments(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
    const [path, ...more] = positionals;
    if (path !== undefined && more.length === 0) return { ...values, path };
  } catch {
    // An option nobody knows: said below, with those there are.
  }
  throw new Advice(USE);
}
type Given = ReturnType<typeof readArguments>;

/** The name of a file without its ending, days and numbers, so that next month's file is the same directory. */
const nameByFile = (path: string): string =>
  basename(path)
    .replace(/\.[a-z]+$/i, '')
    .replace(/[\d_.-]+/g, ' ')
    .trim() || 'A directory';

/** Reads the file and where it comes from. Throws advice about one that is broken, with line and path. */
export function readImport(given: Given): Imported {
  const file = readJsonFile(given.path);
  const gathered = gather(file.value, {
    places: coveredPlaces(),
    ownTerms: given.terms === undefined ? {} : readTerms(given.terms),
    leaveOutBroken: given['leave-out-broken'],
  });
  if (gathered.faults.length > 0) throw new Advice(refusal(file, gathered.faults, given.all));
  const { about } = gathered;
  const directory = z.pick(ListingSource, { name: true, url: true, licence: true }).safeParse({
    name: given.source ?? about.name ?? nameByFile(file.path),
    url: webAddress(given.url ?? about.url),
    licence: (given.licence ?? about.licence)?.slice(0, 120) ?? null,
  });
  if (!directory.success)
    throw new Advice('Call the directory something of 1 to 120 characters with --source.');
  const origin = { directory: directory.data, digest: file.digest, fetchedAt: file.writtenAt };
  return { file, gathered, origin, isNamed: (given.source ?? about.name ?? undefined) !== undefined };
}

/** What the operator says certain terms mean, from a file of their own. */
function readTerms(path: string): OwnTerms {
  const terms = OwnTerms.safeParse(readJsonFile(path).value);
  if (terms.success) return terms.data;
  const [issue] = terms.error.issues;
  throw new Advice(
    `${path}: ${issue?.path.join('.') ?? ''}: say it like {"Knit and natter": {"needs": ["company"], "kind": "arts"}}. Needs: ${Need.options.join(', ')}. Kinds: ${ActivityKind.options.join(', ')}.`,
  );
}

async function askPerson(): Promise<boolean> {
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await lines.question('Do this? Type yes: ');
  lines.close();
  return answer.trim().toLowerCase() === 'yes';
}

/** `import oruk FILE`: reads a file of Open Referral, shows what it will do, and does it on a yes or `--apply`. */
export async function importOruk(
  open: () => Promise<OpenPortal>,
  args: readonly string[],
  say: (line: string) => void,
): Promise<number> {
  const given = readArguments(args);
  const imported = readImport(given);
  const portal = await open();
  try {
    const confirm = async () => given.apply || given.yes || (process.stdin.isTTY && (await askPerson()));
    await runImport(
      { ...portal, newId: systemIds.event },
      imported,
      { area: given.area, all: given.all },
      { say, confirm },
    );
    return 0;
  } finally {
    await portal.close();
  }
}
