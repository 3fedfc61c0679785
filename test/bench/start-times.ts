import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { Row } from './row.ts';

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

/** Seconds from the command to the line that says the portal is ready. */
function untilReady(child: ChildProcess): Promise<number> {
  const began = performance.now();
  return new Promise((resolve, reject) => {
    let seen = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      seen += chunk.toString();
      if (seen.includes('Portal ready:')) resolve((performance.now() - began) / 1000);
    });
    child.once('exit', (code) => reject(new Error(`The portal ended with ${code}: ${seen.slice(-500)}`)));
  });
}

async function oneStart(env: NodeJS.ProcessEnv): Promise<number> {
  const child = spawn(process.execPath, ['infra/local/start.mjs'], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const seconds = await untilReady(child);
  await new Promise<void>((resolve) => {
    child.removeAllListeners('exit');
    child.once('exit', () => resolve());
    child.kill('SIGINT');
  });
  return seconds;
}

/** First start after an install (nothing built, no data) and the second (nothing changed, data kept). */
export async function startRows(): Promise<Row[]> {
  const data = mkdtempSync(join('.tmp', 'bench-data-'));
  try {
    const env = { ...process.env, PORT: String(await freePort()), PORTAL_DATA: data };
    for (const built of ['.build', 'site/dist', 'cdk.out']) rmSync(built, { recursive: true, force: true });
    const first = await oneStart(env);
    const second = await oneStart(env);
    return [
      row('npm start, first after install', first, 15),
      row('npm start, second, nothing changed', second, 3),
    ];
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}

const row = (what: string, seconds: number, goal: number): Row => ({
  what,
  measured: `${seconds.toFixed(1)} s`,
  anchor: '-',
  ratio: '-',
  goal: `<= ${goal} s`,
  met: seconds <= goal,
});
