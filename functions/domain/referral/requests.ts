import type { Refusal } from '#shared/api/problem.ts';

/** How many requests a referral remembers. */
const REMEMBERED = 8;

/** A request by two short hashes: of its key, and of key and body together. */
export type RequestMark = { key: string; whole: string };

const written = ({ key, whole }: RequestMark) => `${key}.${whole}`;

/**
 * What a mark is to those remembered: `new`, `again` (the same request: answer as before, do nothing),
 * or `reused` (the same key with another body).
 */
export function recognise(remembered: readonly string[], mark: RequestMark): 'new' | 'again' | 'reused' {
  const same = remembered.find((one) => one.startsWith(`${mark.key}.`));
  if (same === undefined) return 'new';
  return same === written(mark) ? 'again' : 'reused';
}

/** Remembers a request and forgets the oldest beyond eight. */
export const remember = (remembered: readonly string[], mark: RequestMark): string[] =>
  [...remembered, written(mark)].slice(-REMEMBERED);

export const KEY_REUSED: Refusal = { code: 'key_reused' };
