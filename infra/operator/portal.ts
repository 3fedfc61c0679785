/** `npm run portal -- COMMAND`: what the person who runs a portal does by hand. */

import { exportListings } from './commands/export.ts';
import { importOruk } from './commands/import-oruk.ts';
import { placeGoLive, placeInit, placeLink, placeNumbers } from './commands/place.ts';
import { rebuild } from './commands/rebuild.ts';
import { seedData } from './commands/seed.ts';
import { sayImports, undo } from './commands/undo-import.ts';
import { verifyAudit } from './commands/verify-audit.ts';
import { Advice, openPortal } from './open-portal.ts';

const HELP = `Use: npm run portal -- COMMAND

  seed [demo|empty]   lay the demonstration out afresh in PORTAL_DATA, running or not; what was there is put aside
                      (an area you set up yourself only with --afresh)
  place init          set up an area and its first coordinator (asks, or --answers FILE; --dry-run shows)
  place numbers       say whom to ring in an area (--answers FILE)
  place link          another link for a coordinator (--email ADDRESS)
  place go-live       open an area for referrals, or say what is missing (--answers FILE with who signed)
  rebuild             make the public directory again from the groups' own records
  export [FILE]       write all public listings as JSON, to FILE or to the screen
  import oruk FILE    list the groups of an Open Referral file (UK 3.0 or HSDS 3) as unclaimed; shows first what it will do
  import list         say which imports there were
  import undo IMPORT  hide what an import listed
  audit verify        check that no event was changed, lost or put in later
  help                say this

PORTAL_DATA names the data (.portal). A running portal is used as it runs; else its data is opened.`;

type Say = (line: string) => void;
type Command = (args: readonly string[], say: Say) => Promise<number>;

/** Runs something on the open portal and closes it whatever happens. */
const withPortal =
  (
    act: (
      portal: Awaited<ReturnType<typeof openPortal>>,
      args: readonly string[],
      say: Say,
    ) => Promise<number>,
  ): Command =>
  async (args, say) => {
    const portal = await openPortal(process.env);
    try {
      return await act(portal, args, say);
    } finally {
      await portal.close();
    }
  };

const COMMANDS: ReadonlyMap<string, Command> = new Map(
  Object.entries({
    seed: (args: readonly string[], say: Say) => seedData(process.env, args, say),
    rebuild: withPortal(async (portal, _, say) => {
      for (const { area, groups } of await rebuild(portal)) say(`${area}: ${groups} groups looked at`);
      return 0;
    }),
    'place init': withPortal(placeInit),
    'place numbers': withPortal(placeNumbers),
    'place link': withPortal(placeLink),
    'place go-live': withPortal(placeGoLive),
    export: withPortal(async (portal, [file], say) => exportListings(portal, file, say)),
    'import oruk': (args: readonly string[], say: Say) =>
      importOruk(() => openPortal(process.env), args, say),
    'import list': withPortal(async (portal, _, say) => sayImports(portal, say)),
    'import undo': withPortal(async (portal, [id], say) => undo(portal, id, say)),
    'audit verify': withPortal(async (portal, _, say) => verifyAudit(portal, say)),
  }),
);

/** Runs one command; answers the exit code: 0 done, 1 it could not, 2 no such command. */
export async function run(args: readonly string[], say: Say, complain: Say): Promise<number> {
  if (args.length === 0 || args[0] === 'help' || args[0] === '--help') {
    say(HELP);
    return args.length === 0 ? 2 : 0;
  }
  const words = COMMANDS.has(args.slice(0, 2).join(' ')) ? 2 : 1;
  const command = COMMANDS.get(args.slice(0, words).join(' '));
  if (command === undefined) {
    complain(`There is no command ${args.join(' ')}.\n\n${HELP}`);
    return 2;
  }
  return command(args.slice(words), say).catch((error: unknown) => {
    if (!(error instanceof Advice)) throw error;
    complain(error.message);
    return 1;
  });
}

if (import.meta.main) {
  process.exitCode = await run(
    process.argv.slice(2),
    (line) => process.stdout.write(`${line}\n`),
    (line) => process.stderr.write(`${line}\n`),
  );
}
