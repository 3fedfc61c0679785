import * as z from 'zod/mini';
import type { Endpoint } from '#shared/api/endpoint.ts';
import { fieldProblems } from '#shared/api/fields.ts';
import type { FieldProblem } from '#shared/api/problem.ts';
import { type LookForDetails, lookForDetails } from './look.ts';

export type Checked<T> = { ok: true; value: T } | { ok: false; problems: FieldProblem[] };

/** A route with the judge of its body. */
export type Contract<E extends Endpoint> = {
  endpoint: E;
  check: (given: unknown) => Checked<z.output<E['body']>>;
  /** Comes along with the judge, for it is asked right after. */
  lookForDetails: LookForDetails;
};

/**
 * The route a form sends to, and its own schema as judge. Kept in chunks of their own (`contracts/`),
 * loaded while somebody fills the form in: a list of referrals needs no schemas.
 */
export const contract = <E extends Endpoint>(endpoint: E): Contract<E> => ({
  endpoint,
  lookForDetails,
  check(given) {
    const parsed = z.safeParse(endpoint.body, given);
    return parsed.success
      ? // By definition what this endpoint's body schema puts out.
        { ok: true, value: parsed.data as z.output<E['body']> }
      : { ok: false, problems: fieldProblems(parsed.error.issues) };
  },
});
