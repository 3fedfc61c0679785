import type * as z from 'zod/mini';
import type { Endpoint } from '#shared/api/endpoint.ts';
import { fieldProblems } from '#shared/api/fields.ts';
import type { FieldProblem } from '#shared/api/problem.ts';
import type { LookForDetails } from './look.ts';
import { judged } from './rule.ts';
import { ruleOf } from './rule-of.ts';

export type Checked<T> = { ok: true; value: T } | { ok: false; problems: FieldProblem[] };

/** A route with the judge of its body. */
export type Contract<E extends Endpoint> = {
  endpoint: E;
  check: (given: unknown) => Checked<z.output<E['body']>>;
  /** Comes along with the judge, for it is asked right after. */
  lookForDetails: LookForDetails;
};

/** For a form without free text. Asking it to look is a fault of the form, seen the first time it is sent. */
const nothingToLookAt: LookForDetails = () => {
  throw new Error('Use contract() of contract.ts');
};

/**
 * The route a form sends to, and the rule of its own schema as judge. Kept in chunks of their own
 * (`contracts/`), loaded while somebody fills the form in: a list of referrals needs no rules. The build
 * turns each schema into its rule; here it is turned at once. For a form that looks for nobody’s details in
 * free text; every other takes `contract` of contract.ts.
 */
export const plainContract = <E extends Endpoint>(
  endpoint: E,
  lookForDetails: LookForDetails = nothingToLookAt,
): Contract<E> => {
  const rule = ruleOf(endpoint.form ?? endpoint.body);
  return {
    endpoint,
    lookForDetails,
    check(given) {
      const { value, issues } = judged(rule, given);
      return issues.length === 0
        ? // By definition what this endpoint's body schema puts out: test/site/rule.test.ts holds it to that.
          { ok: true, value: value as z.output<E['body']> }
        : { ok: false, problems: fieldProblems(issues) };
    },
  };
};
