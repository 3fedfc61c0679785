import { spawn } from 'node:child_process';
import { PATHS } from './paths.ts';

/** Runs a script with this Node at the root of the repository; its words are kept for when it fails. */
export function runNode(args: readonly string[], env: Record<string, string> = {}): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: PATHS.root,
      env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', NODE_NO_WARNINGS: '1', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const said: Buffer[] = [];
    child.stdout.on('data', (part: Buffer) => said.push(part));
    child.stderr.on('data', (part: Buffer) => said.push(part));
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      if (code === 0) resolve();
      else
        reject(
          new Error(`node ${args.join(' ')} ended with ${code ?? signal}\n${Buffer.concat(said).toString()}`),
        );
    });
  });
}
