import { createHash } from 'node:crypto';

/** Nothing is accepted: how the API stands before its first secret is made. */
export const NONE_ACCEPTED = 'none';

/**
 * The hashes the API shall accept from now on: the new secret's, and the one the distribution still
 * sends, until it too has the new one. So a change of secret refuses nobody.
 */
export function acceptedAfter(secret: string, accepted: string): string {
  const current = createHash('sha256').update(secret).digest('hex');
  const before = accepted.split(',')[0];
  return before === undefined || before === NONE_ACCEPTED ? current : `${current},${before}`;
}
