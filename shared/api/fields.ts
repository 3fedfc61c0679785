import type * as z from 'zod/mini';
import type { FieldProblem } from './problem.ts';

type Issue = Pick<z.core.$ZodIssue, 'path' | 'message'>;

/** The id of a form field from its path in the request: `person.channel.phone` is `person-channel-phone`. */
export const fieldId = (path: readonly PropertyKey[]): string => path.map(String).join('-');

/**
 * What needs another look, one sentence a field, in the order of the schema. API and page use this
 * one rule, so that an answer refused there is marked at the same field here.
 */
export function fieldProblems(issues: readonly Issue[]): FieldProblem[] {
  const first = new Map<string, string>();
  for (const { path, message } of issues) {
    const id = fieldId(path);
    if (!first.has(id)) first.set(id, message);
  }
  return [...first].map(([id, text]) => ({ id, text }));
}
