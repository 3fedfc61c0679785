import * as z from 'zod/mini';
import { badRequest } from './failure.ts';

/** Parses a request's JSON; text that is not JSON is a SerializationException. */
export function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8') || '{}');
  } catch {
    throw badRequest('SerializationException', 'The request is not JSON.');
  }
}

/** The request as the operation needs it; a misfit is a ValidationException naming the member. */
export function readRequest<Schema extends z.core.$ZodType>(
  schema: Schema,
  body: unknown,
): z.core.output<Schema> {
  const read = z.safeParse(schema, body);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw badRequest(
    'ValidationException',
    `${issue?.path.join('.') ?? 'The request'}: ${issue?.message ?? ''}`,
  );
}

/** A plain object's members; anything else has none. */
export const members = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
