import type { Problem, RefusalCode } from '#shared/api/problem.ts';

/**
 * Why a call did not do what was asked, as a value. `no_connection`: no answer came (it may have been
 * done); `unreadable`: an answer came that this page does not understand. Otherwise the API's code.
 */
export type Refused = {
  code: RefusalCode | 'no_connection' | 'unreadable';
  title: string;
} & Partial<Pick<Problem, 'detail' | 'fields' | 'legal' | 'current' | 'referralId' | 'retryAfter'>>;

export type Answer<T> = { ok: true; value: T } | { ok: false; refused: Refused };

/** After these the change may have been made: asking again must be the same submission. */
const OPEN = new Set<Refused['code']>([
  'no_connection',
  'unreadable',
  'failed',
  'unavailable',
  'not_signed_in',
  'too_many',
]);

/** Whether nobody knows if the change was made (or it can go on unchanged after signing in). */
export const isUnsettled = (refused: Refused): boolean => OPEN.has(refused.code);
