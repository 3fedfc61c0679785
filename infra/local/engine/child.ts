import { type ChildProcess, spawn } from 'node:child_process';
import { createServer, Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { engineBinary } from './binary.ts';
import { callEngine } from './call.ts';
import { end } from './leftover.ts';

export type EngineChild = {
  pid: number;
  /** Resolves when the process is gone, with the last of what it said. */
  gone: Promise<string>;
  close(): Promise<void>;
};

/** Starts one engine process and waits until it answers. `database` undefined: in memory. */
export async function spawnEngine(port: number, database: string | undefined): Promise<EngineChild> {
  const args = ['serve', '--host', '127.0.0.1', '--port', String(port)];
  // Detached: Ctrl-C goes to the whole terminal group, and the engine must outlast the runner's own farewell.
  const child = spawn(engineBinary(), database === undefined ? args : [...args, '--db-path', database], {
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const { pid } = child;
  const gone = whenGone(child);
  if (pid === undefined) throw new Error(`The DynamoDB engine did not start: ${await gone}`);
  const guard = guardOf(pid);
  const atExit = () => child.kill('SIGKILL');
  process.once('exit', atExit);
  const release = () => {
    process.off('exit', atExit);
    guard.kill('SIGKILL');
  };
  void gone.then(release);
  letGo(child, child.stderr);
  await answering(`http://127.0.0.1:${port}`, child, gone);
  return {
    pid,
    gone,
    close: () => end(pid, () => child.exitCode === null && child.signalCode === null),
  };
}

function whenGone(child: ChildProcess): Promise<string> {
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    said = (said + chunk.toString('utf8')).slice(-2000);
  });
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(`${said.trim()} (ended with ${signal ?? code})`));
  });
}

/**
 * Kills the engine when this process disappears without a farewell (kill -9): the guard waits for
 * the end of a pipe that only the runner holds open.
 */
function guardOf(pid: number): ChildProcess {
  const guard = spawn('/bin/sh', ['-c', 'read -r _; kill -9 "$1" 2>/dev/null', 'engine-guard', String(pid)], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  // A guard that cannot start leaves the claim file, which the next start clears.
  guard.on('error', () => undefined);
  letGo(guard, guard.stdin);
  return guard;
}

/** Neither the process nor its pipe keeps this one alive. */
function letGo(child: ChildProcess, pipe: unknown): void {
  child.unref();
  if (pipe instanceof Socket) pipe.unref();
}

async function answering(url: string, child: ChildProcess, gone: Promise<string>): Promise<void> {
  for (let attempt = 0; attempt < 500; attempt += 1) {
    if (child.exitCode !== null || child.signalCode !== null) {
      throw new Error(`The DynamoDB engine did not start: ${await gone}`);
    }
    try {
      await callEngine(url, 'ListTables', {});
      return;
    } catch {
      await delay(10);
    }
  }
  child.kill('SIGKILL');
  throw new Error('The DynamoDB engine did not answer within 5 seconds of its start.');
}

/** A loopback port nobody listens on at this moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === 'object' && address !== null
          ? resolve(address.port)
          : reject(new Error('No loopback port is free.')),
      );
    });
  });
}
