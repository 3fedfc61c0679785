import type { Response } from '../api/message.ts';

/** Enough for every page of a demonstration; the oldest go first. */
const MOST_ENTRIES = 2000;

type Entry = { response: Response; storedAt: number; freshUntil: number };

/** Answers kept at the edge by key. Ages by the shared clock, so that a day put forward ends them too. */
export type EdgeCache = {
  /** A fresh answer with its `age`, or undefined. */
  find: (key: string) => Response | undefined;
  keep: (key: string, response: Response, seconds: number) => void;
  clear: () => void;
};

export function createCache(now: () => Date): EdgeCache {
  const entries = new Map<string, Entry>();
  return {
    find: (key) => {
      const entry = entries.get(key);
      if (!entry) return undefined;
      const at = now().getTime();
      if (at >= entry.freshUntil) {
        entries.delete(key);
        return undefined;
      }
      const age = String(Math.floor((at - entry.storedAt) / 1000));
      return {
        ...entry.response,
        headers: { ...entry.response.headers, age, 'x-cache': 'Hit from cloudfront' },
      };
    },
    keep: (key, response, seconds) => {
      if (seconds <= 0) return;
      const storedAt = now().getTime();
      entries.delete(key);
      entries.set(key, { response, storedAt, freshUntil: storedAt + seconds * 1000 });
      const [oldest] = entries.keys();
      if (entries.size > MOST_ENTRIES && oldest !== undefined) entries.delete(oldest);
    },
    clear: () => entries.clear(),
  };
}
