import type * as z from 'zod/mini';
import { accept, type Result, refuse } from '#functions/domain/result.ts';
import type { Endpoint } from '#shared/api/endpoint.ts';
import { fieldProblems } from '#shared/api/fields.ts';
import type { Guard } from './csrf.ts';
import { readBody, withinShape } from './size.ts';

/** What stands in an address or a form: one text, or several under one name. Empty answers count as not given. */
export function formValues(entries: URLSearchParams): Record<string, string | string[]> {
  const values = new Map<string, string | string[]>();
  for (const [name, value] of entries) {
    if (value === '') continue;
    const before = values.get(name);
    if (before === undefined) values.set(name, value);
    else values.set(name, [before, value].flat());
  }
  return Object.fromEntries(values);
}

/** The body as the route's guard expects it: JSON, a form's fields, or nothing. */
async function givenBody(guard: Guard, request: Request): Promise<Result<unknown>> {
  if (guard === 'read') return accept({});
  const text = await readBody(request);
  if (!text.ok) return text;
  if (guard === 'form') return accept(formValues(new URLSearchParams(text.value)));
  if (!withinShape(text.value)) return refuse('too_large');
  try {
    return accept(text.value === '' ? {} : JSON.parse(text.value));
  } catch {
    return refuse('malformed');
  }
}

export type Parsed<E extends Endpoint> = {
  params: z.infer<E['params']>;
  query: z.infer<E['query']>;
  body: z.infer<E['body']>;
};
export type Given = {
  params: Record<string, string>;
  query: Record<string, string | string[]>;
  body: unknown;
};

/** Reads address, query and body without judging them yet. Refuses `too_large` and `malformed`. */
export async function readGiven(
  guard: Guard,
  request: Request,
  params: Record<string, string>,
): Promise<Result<Given>> {
  const body = await givenBody(guard, request);
  if (!body.ok) return body;
  return accept({ params, query: formValues(new URL(request.url).searchParams), body: body.value });
}

/**
 * Judges a request by its route's schemas. A path that cannot name anything is `not_found`; answers
 * that do not fit are `invalid` with one sentence a field.
 */
export function parseGiven<E extends Endpoint>(endpoint: E, given: Given): Result<Parsed<E>> {
  const params = endpoint.params.safeParse(given.params);
  if (!params.success) return refuse('not_found');
  const query = endpoint.query.safeParse(given.query);
  const body = endpoint.body.safeParse(given.body);
  const issues = [...(query.error?.issues ?? []), ...(body.error?.issues ?? [])];
  if (!query.success || !body.success) return refuse({ code: 'invalid', fields: fieldProblems(issues) });
  // The schemas just parsed are this endpoint's own, which the generic cannot see.
  return accept({ params: params.data, query: query.data, body: body.data } as Parsed<E>);
}
