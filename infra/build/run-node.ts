import { spawn } from 'node:child_process';
import { PATHS } from './paths.ts';

/** A script that runs: `ended` is rejected with its words when it fails. */
export type Running = {
  ended: Promise<void>;
  /** Sends it one line. */
  tell: (line: string) => void;
  stop: () => void;
};

/** Begins a script with this Node at the root of the repository; its words are kept for when it fails. */
export function beginNode(args: readonly string[], env: Record<string, string> = {}): Running {
  const child = spawn(process.execPath, args, {
    cwd: PATHS.root,
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', NODE_NO_WARNINGS: '1', ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const said: Buffer[] = [];
  child.stdout.on('data', (part: Buffer) => said.push(part));
  child.stderr.on('data', (part: Buffer) => said.push(part));
  // Whoever tells one that has ended is told so by `ended`.
  child.stdin.on('error', () => undefined);
  const ended = new Promise<void>((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      const words = Buffer.concat(said).toString();
      if (code === 0) resolve();
      else reject(new Error(`node ${args.join(' ')} ended with ${code ?? signal}\n${words}`));
    });
  });
  // It may fail while nobody waits for it yet; who waits later is still told.
  ended.catch(() => undefined);
  return { ended, tell: (line) => child.stdin.end(`${line}\n`), stop: () => child.kill() };
}

/** Runs a script to its end. */
export const runNode = (args: readonly string[], env: Record<string, string> = {}): Promise<void> =>
  beginNode(args, env).ended;
