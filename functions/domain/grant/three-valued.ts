/** What is known of a statement: it holds, it does not, or nobody has said. Unknown is never no. */
export type Three = 'pass' | 'fail' | 'unknown';

/** Fails when any fails, is unknown when none fails and any is unknown, else passes. */
export const allOf = (parts: readonly Three[]): Three => {
  if (parts.includes('fail')) return 'fail';
  return parts.includes('unknown') ? 'unknown' : 'pass';
};

/** Passes when any passes, is unknown when none passes and any is unknown, else fails. */
export const anyOf = (parts: readonly Three[]): Three => {
  if (parts.includes('pass')) return 'pass';
  return parts.includes('unknown') ? 'unknown' : 'fail';
};

/** A yes or no that may not have been said. */
export const known = (said: boolean | null): Three => (said === null ? 'unknown' : said ? 'pass' : 'fail');

/** Whole numbers from one to another, both included. */
export type Range = { from: number; to: number };

/** Whether whatever lies in a range is at most a limit. */
export const atMost = (range: Range | null, limit: number): Three => {
  if (range === null) return 'unknown';
  if (range.to <= limit) return 'pass';
  return range.from > limit ? 'fail' : 'unknown';
};

/** Whether whatever lies in a range is at least a limit. */
export const atLeast = (range: Range | null, limit: number): Three => {
  if (range === null) return 'unknown';
  if (range.from >= limit) return 'pass';
  return range.to < limit ? 'fail' : 'unknown';
};
