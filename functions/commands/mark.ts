import { createHash } from 'node:crypto';
import type { RequestMark } from '#functions/domain/referral/requests.ts';

const short = (text: string, bytes: number): string =>
  createHash('sha256').update(text).digest().subarray(0, bytes).toString('base64url');

/**
 * What is remembered of a request: 48 bits of its key and 24 of key and body together, enough among the
 * last eight. The key is random and not kept, so that the second says nothing of what was in the body.
 */
export const markOf = (key: string, body: unknown): RequestMark => ({
  key: short(key, 6),
  whole: short(`${key}\n${JSON.stringify(body)}`, 3),
});

/** A mark as it is kept with what the request made. */
export const madeBy = ({ key, whole }: RequestMark): string => `${key}.${whole}`;
