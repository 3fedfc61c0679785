import type { Refusal } from '#shared/api/problem.ts';

/** What a rule or command answers: a value, or a refusal with a stable code. Surprises are thrown. */
export type Result<T> = { ok: true; value: T } | { ok: false; refusal: Refusal };

export const accept = <T>(value: T): Result<T> => ({ ok: true, value });
export const refuse = (refusal: Refusal | Refusal['code']): { ok: false; refusal: Refusal } => ({
  ok: false,
  refusal: typeof refusal === 'string' ? { code: refusal } : refusal,
});
