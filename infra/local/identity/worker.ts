/** The provider in its own thread: its Date follows the shared clock, the runner's stays real. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parentPort, workerData } from 'node:worker_threads';
import { replaceDate } from '../clock/replace-date.ts';
import { printToFile } from '../workers/log-file.ts';
import type { FromIdentity, IdentitySettings, Person, ToIdentity } from './protocol.ts';

const settings: IdentitySettings = workerData;
const port = parentPort;
if (!port) throw new Error('This file runs as a worker of the local cloud only.');
replaceDate(settings.clock);
printToFile(settings.logFile);

// After the clock is in place: the provider reads Date from its first line on.
const { createProvider, INTERACTION_PATH, remember } = await import('./provider.ts');
const { faultPage, PAGE_POLICY, signInPage } = await import('./page.ts');
const { readKeys } = await import('./keys.ts');

const accounts = new Map<string, { email: string; name: string }>();
const provider = createProvider(settings, await readKeys(settings.keyFile), accounts);
const answer = provider.callback();
const mount = new URL(settings.issuer).pathname;
const waiting = new Map<number, (people: readonly Person[]) => void>();
let asked = 0;

port.on('message', ({ id, people }: ToIdentity) => {
  waiting.get(id)?.(people);
  waiting.delete(id);
});

const post = (message: FromIdentity) => port.postMessage(message);
const people = () =>
  new Promise<readonly Person[]>((resolve) => {
    asked += 1;
    waiting.set(asked, resolve);
    post({ kind: 'people', id: asked });
  });

const server = createServer((request, response) => {
  const url = request.url ?? '/';
  const local = url.startsWith(mount) ? url.slice(mount.length) || '/' : url;
  if (local.startsWith(`${INTERACTION_PATH}/`)) {
    interact(request, response).catch((error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
      page(response, 400, faultPage('It was left for too long, or the browser did not keep its cookie.'));
    });
    return;
  }
  // Under a mount the provider compares both addresses to find its own prefix.
  Object.assign(request, { originalUrl: url, url: local });
  answer(request, response);
});
server.listen(0, '127.0.0.1', () => {
  // A server that listens on a port has an address of this form.
  post({ kind: 'listening', port: (server.address() as AddressInfo).port });
});

/** Shows who can sign in, or goes straight on for the address in `login_hint` or in the form. */
async function interact(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const interaction = await provider.interactionDetails(request, response);
  const email = request.method === 'POST' ? await emailOf(request) : interaction.params['login_hint'];
  const known = await people();
  if (typeof email !== 'string' || !/^[^\s@]+@[^\s@]+$/.test(email)) {
    page(response, 200, signInPage(known, request.url ?? ''));
    return;
  }
  const accountId = remember(accounts, email, known);
  await forgetOthers(interaction, accountId);
  await provider.interactionFinished(request, response, { login: { accountId, remember: false } });
}

type Interaction = Awaited<ReturnType<typeof provider.interactionDetails>>;

/** Forgets who else signed in before in this browser: the provider would first want a page that signs them out. */
async function forgetOthers(interaction: Interaction, accountId: string): Promise<void> {
  const { session } = interaction;
  if (session === undefined || session.accountId === accountId) return;
  const before = await provider.Session.findByUid(session.uid);
  interaction.session = undefined;
  await interaction.persist();
  if (before === undefined) return;
  before.accountId = undefined;
  await before.persist();
}

async function emailOf(request: IncomingMessage): Promise<string | undefined> {
  let text = '';
  for await (const chunk of request) if (text.length < 4096) text += chunk;
  return new URLSearchParams(text).get('email')?.trim() ?? undefined;
}

function page(response: ServerResponse, status: number, html: string): void {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': PAGE_POLICY,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  });
  response.end(html);
}
