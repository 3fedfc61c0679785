/**
 * What a form’s value must be, as plain data: the build makes it from the schema of the API (rule-of.ts),
 * so that a browser carries no schema library. Exactly one of `is`, `codes`, `items`, `keys`, `kinds` and
 * `any` says what the value is.
 */
export type Rule = {
  is?: 'string' | 'number' | 'boolean' | 'anything';
  /** One of these. */
  codes?: readonly unknown[];
  /** A list of these. */
  items?: Rule;
  /** An object of these; other keys are a fault unless they are dropped (`drops`). */
  keys?: Readonly<Record<string, Rule>>;
  drops?: true;
  /** One of several objects: the key that tells them apart, and the rule for each of its values. */
  by?: string;
  kinds?: Readonly<Record<string, Rule>>;
  /** The first of these that is content. */
  any?: readonly Rule[];
  /** Values taken as they are, such as null. */
  none?: readonly unknown[];
  /** What stands in for a missing value. */
  instead?: { value: unknown };
  error?: string;
  checks?: readonly Check[];
};

/** One more thing to hold, in order. Lengths count characters, numbers are counted by themselves. */
export type Check = { error?: string } & (
  | { min: number }
  | { max: number }
  | { match: RegExp }
  | { whole: true }
  /** `at`: the field, from here, that the sentence belongs to. */
  | { test: (value: never) => unknown; at?: readonly PropertyKey[] }
  /** Changes the value for all that follows, such as trimming. */
  | { make: (value: never) => unknown }
);

/** What a fault ends: nothing, all later checks but those of length, or those too. */
type Ends = 0 | 1 | 2;
type Issue = { path: PropertyKey[]; message: string; ends: Ends };
type Judged = { value: unknown; issues: Issue[] };

const issue = (error: string | undefined, ends: Ends, path: readonly PropertyKey[] = []): Issue => ({
  path: [...path],
  message: error ?? 'Invalid input',
  ends,
});
const fault = (value: unknown, rule: Rule, path?: readonly PropertyKey[]): Judged => ({
  value,
  issues: [issue(rule.error, 1, path)],
});

/** Judges each part by its own rule and puts them together again. */
function parts(entries: readonly (readonly [PropertyKey, Rule, unknown])[]) {
  const issues: Issue[] = [];
  const values = entries.map(([key, rule, given]) => {
    const one = judged(rule, given);
    for (const { path, ...rest } of one.issues) issues.push({ ...rest, path: [key, ...path] });
    return [key, one.value] as const;
  });
  return { values, issues };
}

const isObject = (given: unknown): given is Readonly<Record<string, unknown>> =>
  typeof given === 'object' && given !== null && !Array.isArray(given);

function object(rule: Rule, keys: Readonly<Record<string, Rule>>, given: unknown): Judged {
  if (!isObject(given)) return fault(given, rule);
  const asked = Object.entries(keys).filter(([key, { none }]) => key in given || !none?.includes(undefined));
  const { values, issues } = parts(asked.map(([key, of]) => [key, of, given[key]]));
  let isStrange = false;
  for (const key in given) isStrange ||= !Object.hasOwn(keys, key);
  if (isStrange && !rule.drops) issues.push(issue(rule.error, 0));
  return { value: Object.fromEntries(values), issues };
}

function list(rule: Rule, items: Rule, given: unknown): Judged {
  if (!Array.isArray(given)) return fault(given, rule);
  // Too many are not looked at one by one.
  const most = rule.checks?.find((check) => 'max' in check && given.length > check.max);
  if (most) return { value: given, issues: [issue(most.error ?? rule.error, 2)] };
  const { values, issues } = parts(given.map((one, index) => [index, items, one]));
  return { value: values.map(([, value]) => value), issues };
}

function kind(rule: Rule, kinds: Readonly<Record<string, Rule>>, given: unknown): Judged {
  if (!isObject(given)) return fault(given, rule);
  const by = rule.by ?? '';
  const value = given[by];
  const chosen = typeof value === 'string' && Object.hasOwn(kinds, value) ? kinds[value] : undefined;
  return chosen === undefined ? fault(given, rule, [by]) : judged(chosen, given);
}

function first(rule: Rule, any: readonly Rule[], given: unknown): Judged {
  const all = any.map((one) => judged(one, given));
  const soft = all.filter(({ issues }) => issues.every(({ ends }) => ends === 0));
  const [only, another] = soft;
  return (
    all.find(({ issues }) => issues.length === 0) ??
    (only !== undefined && another === undefined ? only : fault(given, rule))
  );
}

function shape(rule: Rule, given: unknown): Judged {
  if (rule.keys) return object(rule, rule.keys, given);
  if (rule.items) return list(rule, rule.items, given);
  if (rule.kinds) return kind(rule, rule.kinds, given);
  if (rule.any) return first(rule, rule.any, given);
  const isRight = rule.codes
    ? rule.codes.includes(given)
    : rule.is === 'anything'
      ? given !== undefined
      : typeof given === rule.is && (rule.is !== 'number' || Number.isFinite(given));
  return isRight ? { value: given, issues: [] } : fault(given, rule);
}

const sizeOf = (value: unknown): number => {
  if (typeof value === 'number') return value;
  return typeof value === 'string' ? [...value].length : Object(value).length;
};

function holds(check: Check, value: unknown): boolean {
  if ('min' in check) return sizeOf(value) >= check.min;
  if ('max' in check) return sizeOf(value) <= check.max;
  if ('match' in check) return check.match.test(String(value));
  if ('whole' in check) return Number.isSafeInteger(value);
  // The schema's own type is what its function takes; what stands here has passed as that.
  return 'make' in check || Boolean(check.test(value as never));
}

/** Whether a check is asked after these faults: a length as long as there is one. */
function isAsked(check: Check, value: unknown, issues: readonly Issue[]): boolean {
  const isLength = ('min' in check || 'max' in check) && Object(value).length !== undefined;
  return issues.every(({ ends }) => ends < (isLength ? 2 : 1));
}

function problem(check: Check, rule: Rule, value: unknown): Issue {
  const ends = 'whole' in check && !Number.isInteger(value) ? 2 : 0;
  return issue(check.error ?? rule.error, ends, 'test' in check ? check.at : undefined);
}

/** Judges a value: what becomes of it, and every fault in the order of the rule. */
export function judged(rule: Rule, given: unknown): Judged {
  if (given === undefined && rule.instead) return { value: rule.instead.value, issues: [] };
  if (rule.none?.includes(given)) return { value: given, issues: [] };
  const { issues, ...shaped } = shape(rule, given);
  let { value } = shaped;
  for (const check of rule.checks ?? []) {
    if (!isAsked(check, value, issues)) continue;
    if ('make' in check) value = check.make(value as never);
    else if (!holds(check, value)) issues.push(problem(check, rule, value));
  }
  return { value, issues };
}
