import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';

/** How far each virtual shard of each mapping has come. */
export type Checkpoints = {
  get: (mapping: string, shard: number) => bigint | undefined;
  /** Never goes back. */
  set: (mapping: string, shard: number, sequence: bigint) => void;
  /** Writes what is not on disk yet; called at the end. */
  flush: () => void;
};

/** Soon enough that a killed runner repeats little; consumers are idempotent. */
const WRITE_MILLISECONDS = 100;

/** Checkpoints in a file, or only in memory when no path is given. */
export function createCheckpoints(path: string | undefined): Checkpoints {
  const places = new Map<string, bigint>(path === undefined ? [] : read(path));
  let timer: NodeJS.Timeout | undefined;

  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    if (path === undefined) return;
    const text = JSON.stringify(Object.fromEntries([...places].map(([key, value]) => [key, String(value)])));
    writeFileSync(`${path}.new`, text);
    renameSync(`${path}.new`, path);
  };
  return {
    get: (mapping, shard) => places.get(`${mapping}/${shard}`),
    set: (mapping, shard, sequence) => {
      const key = `${mapping}/${shard}`;
      if ((places.get(key) ?? -1n) >= sequence) return;
      places.set(key, sequence);
      timer ??= setTimeout(flush, WRITE_MILLISECONDS).unref();
    },
    flush: () => {
      if (timer) flush();
    },
  };
}

function read(path: string): [string, bigint][] {
  if (!existsSync(path)) return [];
  const stored: Record<string, string> = JSON.parse(readFileSync(path, 'utf8'));
  return Object.entries(stored).map(([key, value]) => [key, BigInt(value)]);
}
