import { createHash } from 'node:crypto';
import type { RequestMark } from '#functions/domain/referral/requests.ts';

const short = (text: string): string =>
  createHash('sha256').update(text).digest().subarray(0, 8).toString('base64url');

/**
 * What is remembered of a request: 64 bits of its key, and of key and body together. The key is random
 * and not kept, so that the second says nothing of what was in the body.
 */
export const markOf = (key: string, body: unknown): RequestMark => ({
  key: short(key),
  whole: short(`${key}\n${JSON.stringify(body)}`),
});

/** A mark as it is kept with what the request made. */
export const madeBy = ({ key, whole }: RequestMark): string => `${key}.${whole}`;
