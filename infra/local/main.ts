/** What `npm start` runs: build what has changed, start the portal, say where it is, end with Ctrl-C. */
import { performance } from 'node:perf_hooks';
import { buildAll } from '#infra/build/build.ts';
import { DEMO_GROUP_NAME } from '#infra/operator/seed/demonstration-groups.ts';
import { signIns } from '#infra/operator/seed/people.ts';
import { AGAIN_SIGNAL, putAside, takeAgain } from './again.ts';
import type { Portal } from './portal.ts';
import { readSettings, type Settings } from './settings.ts';

const say = (line: string) => process.stderr.write(`${line}\n`);

async function main(): Promise<void> {
  const settings = readSettings(process.env);
  // Its many modules are loaded while the site is built.
  const [{ startPortal }] = await Promise.all([import('./portal.ts'), buildAll({ say })]);
  const held = { portal: await startPortal({ ...settings, caseload: true, report: say }) };
  // Before anybody is told that it is ready: whoever ends it then must find it listening.
  endWithSignals(held);
  process.on(AGAIN_SIGNAL, () => void beginAgain(held, settings).catch(fail));
  process.stdout.write(`${greeting(held.portal, settings.seed)}\n`);
  await held.portal.warm();
}

/** The portal that runs now: another one once everything was laid out afresh. */
type Held = { portal: Portal };

/** Where the operator's tool asks for it, puts all data aside and starts with new data at the same address. */
async function beginAgain(held: Held, settings: Settings): Promise<void> {
  const { directory, origin } = held.portal;
  const asked = takeAgain(directory);
  if (asked === undefined) return;
  say('Everything is laid out afresh …');
  await held.portal.close();
  putAside(directory, asked.aside);
  const { startPortal } = await import('./portal.ts');
  const port = Number(new URL(origin).port);
  held.portal = await startPortal({ ...settings, port, seed: asked.seed, caseload: true, report: say });
  say(`What was there is kept in ${asked.aside}. Portal ready again: ${origin}`);
  await held.portal.warm();
}

/** One line that says it is ready, and under it who can sign in. */
function greeting({ origin }: Portal, seed: 'demo' | 'empty'): string {
  const seconds = (performance.now() / 1000).toFixed(1);
  const extras = `Mail ${origin}/_local/mail   Clock ${origin}/_local/clock   (ready after ${seconds} s, Ctrl-C ends it)`;
  if (seed === 'empty') return `Portal ready: ${origin}\n\n${extras}`;
  const width = Math.max(...signIns().map(({ email }) => email.length));
  const people = signIns().map(({ email, name, about }) => `  ${email.padEnd(width)}  ${name}: ${about}`);
  return `Portal ready: ${origin}

Sign in without a password as one of these invented people:
${people.join('\n')}
Looking for company near M14, the first group is ${DEMO_GROUP_NAME}.

${extras}`;
}

function endWithSignals(held: Held): void {
  let ending = false;
  const end = async (code: number) => {
    // Asked twice: whoever asks does not want to wait.
    if (ending) process.exit(code);
    ending = true;
    await held.portal.close().catch((error: unknown) => say(String(error)));
    process.exit(code);
  };
  process.on('SIGINT', () => void end(0));
  process.on('SIGTERM', () => void end(0));
  process.on('SIGHUP', () => void end(0));
  // The starter under an older Node is gone: so is whoever could press Ctrl-C.
  process.on('disconnect', () => void end(0));
  process.on('uncaughtException', (error) => {
    say(`The portal stops: ${error.stack ?? error.message}`);
    void end(1);
  });
}

function fail(error: unknown): never {
  say(error instanceof Error ? error.message : String(error));
  if (process.env['DEBUG']) say(String(error instanceof Error ? error.stack : ''));
  process.exit(1);
}

main().catch(fail);
