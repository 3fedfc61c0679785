import type { RequestContext } from '../access.ts';
import { needsSetOperator, suppliesKey } from './keys.ts';
import { type Operator, operatorNamed } from './operators.ts';

/** One key of a statement's Condition, ready to be judged. */
export type Condition = {
  key: string;
  values: readonly string[];
  quantifier: 'ForAllValues' | 'ForAnyValue' | undefined;
  ifExists: boolean;
  /** `null`: the Null operator, which asks only whether the key is there. */
  operator: Operator | null;
};

/**
 * Reads a Condition element. Throws a sentence on an operator or key the local cloud cannot judge, and
 * on a many-valued key without ForAllValues or ForAnyValue: guessing either would be a false answer.
 */
export function readConditions(
  element: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>,
): Condition[] {
  return Object.entries(element).flatMap(([written, keys]) => {
    const parts = /^(?:(ForAllValues|ForAnyValue):)?([A-Za-z]+?)(IfExists)?$/.exec(written);
    const name = parts?.[2] ?? '';
    const operator = name === 'Null' ? null : operatorNamed(name);
    if (operator === undefined) throw new Error(`the condition operator ${written} is not known here`);
    const quantifier = parts?.[1] === 'ForAllValues' || parts?.[1] === 'ForAnyValue' ? parts[1] : undefined;
    return Object.entries(keys).map(([key, values]) => {
      if (values.some((value) => /\$\{[*?$]\}/.test(value))) {
        throw new Error(`the escaped wildcard in a value of ${key} is not known here`);
      }
      if (!suppliesKey(key)) throw new Error(`the condition key ${key} is not known here`);
      if (needsSetOperator(key) && quantifier === undefined && operator !== null) {
        throw new Error(`${key} has many values, so ${written} needs ForAllValues: or ForAnyValue:`);
      }
      return { key: key.toLowerCase(), values, quantifier, ifExists: parts?.[3] !== undefined, operator };
    });
  });
}

/**
 * Whether a condition holds for the keys of a request (names in lower case). A missing key fails what
 * asks for a value, passes what forbids one, and passes ForAllValues: that trap is IAM's own, so a
 * LeadingKeys rule needs a Null guard beside it.
 */
export function holds(condition: Condition, context: RequestContext): boolean {
  const found = context[condition.key];
  const given = found === undefined ? [] : typeof found === 'string' ? [found] : found;
  const { operator } = condition;
  if (operator === null) return condition.values.some((value) => (value === 'true') === (given.length === 0));
  if (given.length === 0) return absent(condition, operator);
  const wanted = condition.values
    .map((value) => fillIn(value, context))
    .filter((value) => value !== undefined);
  const fits = (value: string) => wanted.some((it) => operator.compare(value, it)) !== operator.negated;
  return condition.quantifier === 'ForAllValues' ? given.every(fits) : given.some(fits);
}

function absent(condition: Condition, operator: Operator): boolean {
  if (condition.ifExists || condition.quantifier === 'ForAllValues') return true;
  return operator.negated && condition.quantifier === undefined;
}

/** Replaces policy variables such as `${aws:PrincipalTag/area}`; undefined when the request lacks one. */
export function fillIn(value: string, context: RequestContext): string | undefined {
  if (!value.includes('${')) return value;
  let whole = true;
  const filled = value.replace(/\$\{([^}]+)\}/g, (_, name: string) => {
    const found = context[name.toLowerCase()];
    if (typeof found === 'string') return found;
    whole = false;
    return '';
  });
  return whole ? filled : undefined;
}
