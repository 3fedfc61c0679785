import type { Response } from '../api/message.ts';
import type { ErrorResponseSpec } from '../assembly/distribution.ts';
import type { CachePolicySpec } from '../assembly/forwarding.ts';

/** What CloudFront keeps an error for when the template says nothing. */
const ERROR_SECONDS = 10;
const KEPT_ERRORS = new Set([400, 403, 404, 405, 410, 414, 416, 500, 501, 502, 503, 504]);
const KEPT = new Set([200, 203, 206, 300, 301, 302, 304, 307, 308]);

/**
 * For how many seconds an answer may be served again: what the origin says, held between the policy's least
 * and most; its default when the origin says nothing. Errors by the distribution's own rule.
 */
export function secondsFresh(
  { status, headers }: Response,
  policy: CachePolicySpec,
  errors: readonly ErrorResponseSpec[],
): number {
  if (policy.maximum === 0) return 0;
  const control = String(headers['cache-control'] ?? '').toLowerCase();
  const stated = statedSeconds(control);
  if (KEPT_ERRORS.has(status)) {
    const rule = errors.find(({ errorCode }) => errorCode === status);
    return Math.max(rule ? rule.cachingMinimumSeconds : ERROR_SECONDS, stated ?? 0);
  }
  if (!KEPT.has(status)) return 0;
  if (/\b(no-store|no-cache|private)\b/.test(control)) return policy.minimum;
  return Math.min(Math.max(stated ?? policy.default, policy.minimum), policy.maximum);
}

function statedSeconds(control: string): number | undefined {
  const shared = /\bs-maxage=(\d+)/.exec(control) ?? /\bmax-age=(\d+)/.exec(control);
  return shared?.[1] === undefined ? undefined : Number(shared[1]);
}
