import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Home } from '../home.ts';

const FILE = 'clock.json';

/** How many seconds ahead of real time the portal was left. */
export function keptOffset(home: Home): number {
  const file = home.kept(FILE);
  if (file === undefined || !existsSync(file)) return 0;
  const { offsetSeconds }: { offsetSeconds: number } = JSON.parse(readFileSync(file, 'utf8'));
  return offsetSeconds;
}

/** Keeps the offset for the next start. */
export function keepOffset(home: Home, offsetSeconds: number): void {
  const file = home.kept(FILE);
  if (file !== undefined) writeFileSync(file, JSON.stringify({ offsetSeconds }));
}
