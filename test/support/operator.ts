import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

/** A data directory of this file, gone at its end, and the operator's tool on it as a person runs it. */
export function operatorOfThisFile() {
  const folder = mkdtempSync(join(tmpdir(), 'operator-'));
  const data = join(folder, 'data');
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const file = (name: string, answers: unknown): string => {
    const path = join(folder, name);
    writeFileSync(path, JSON.stringify(answers));
    return path;
  };
  const portal = (...args: string[]) =>
    new Promise<{ status: number; said: string }>((resolve) => {
      const options = { env: { ...process.env, PORTAL_DATA: data } };
      execFile(process.execPath, ['infra/operator/portal.ts', ...args], options, (error, stdout, stderr) => {
        const status = error === null ? 0 : Number(error.code ?? 1);
        resolve({ status, said: stdout + stderr });
      });
    });
  return { data, file, portal };
}
