import type * as z from 'zod/mini';
import type { Check, Rule } from './rule.ts';

/*
 * Runs where schemas are: in the build and in tests. The build leaves its result in the page instead
 * (site/slim-contract.ts), so none of this reaches a browser.
 */

type Schema = z.core.$ZodType;
/** A definition in zod, read by name: what its types say differs from kind to kind. */
type Def = Readonly<Record<string, unknown>>;

const cannot = (what: string): never => {
  throw new Error(
    `A form cannot carry this part of its schema yet: ${what}. Teach it to rule-of.ts and rule.ts.`,
  );
};

/** The sentence of a schema or check; one that depends on the value is not data. */
function sentence(error: unknown): { error?: string } {
  if (typeof error !== 'function') return {};
  if (error.length > 0) return cannot('a sentence made by a function');
  const said: unknown = error();
  return typeof said === 'string' ? { error: said } : cannot('a sentence that is no text');
}

function checkOf(check: z.core.$ZodCheck<never>): Check[] {
  // Zod's own union of all checks, so that the compiler tells them apart.
  const { def } = (check as z.core.$ZodChecks)._zod;
  const said = sentence(def.error);
  if ('abort' in def && def.abort) return cannot('a check that ends the others');
  switch (def.check) {
    case 'min_length':
      return [{ min: def.minimum, ...said }];
    case 'max_length':
      return [{ max: def.maximum, ...said }];
    case 'greater_than':
      return def.inclusive ? [{ min: Number(def.value), ...said }] : cannot('more than, but not equal');
    case 'less_than':
      return def.inclusive ? [{ max: Number(def.value), ...said }] : cannot('less than, but not equal');
    case 'string_format':
      return def.pattern === undefined || def.format === 'url'
        ? cannot(`the format ${def.format}`)
        : [{ match: def.pattern, ...said }];
    case 'number_format':
      return def.format === 'safeint' ? [{ whole: true, ...said }] : cannot(`the format ${def.format}`);
    case 'overwrite':
      return [{ make: def.tx, ...said }];
    default:
      return [refinement({ ...def }, said)];
  }
}

/** A refinement is a schema and a check at once; its function is all there is to it. */
function refinement({ check, fn, path }: Def, said: { error?: string }): Check {
  if (typeof fn !== 'function') return cannot(`the check ${String(check)}`);
  // Whatever it takes, it is given a value that has passed as that.
  const test = fn as (value: never) => unknown;
  return { test, ...(Array.isArray(path) && path.length > 0 ? { at: path } : {}), ...said };
}

const isLiteral = ({ codes, checks }: Rule): boolean => codes !== undefined && checks === undefined;

function unionOf(options: readonly Schema[]): Rule {
  const any = options.map(ruleOf);
  return any.every(isLiteral) ? { codes: any.flatMap(({ codes = [] }) => codes) } : { any };
}

function kindsOf(options: readonly Schema[], by: string): Rule {
  const kinds = options.flatMap((option) =>
    [...(option._zod.propValues?.[by] ?? [])].map((value) => [String(value), ruleOf(option)] as const),
  );
  return { by, kinds: Object.fromEntries(kinds) };
}

function objectOf({ shape, catchall }: z.core.$ZodObjectDef): Rule {
  const keys = Object.fromEntries(Object.entries(shape).map(([key, of]) => [key, ruleOf(of)]));
  if (catchall === undefined) return { keys, drops: true };
  return catchall._zod.def.type === 'never' ? { keys } : cannot('an object of any keys');
}

/** What the value is, without the schema’s own sentence and checks. */
function shapeOf(def: z.core.$ZodTypes['_zod']['def']): Rule {
  switch (def.type) {
    case 'string':
    case 'number':
    case 'boolean':
      return 'coerce' in def && def.coerce ? cannot('coercion') : { is: def.type };
    case 'unknown':
      return { is: 'anything' };
    case 'enum':
      return { codes: Object.values(def.entries) };
    case 'literal':
      return { codes: def.values };
    case 'array':
      return { items: ruleOf(def.element) };
    case 'object':
      return objectOf(def);
    case 'union':
      return 'discriminator' in def ? kindsOf(def.options, String(def.discriminator)) : unionOf(def.options);
    default:
      return cannot(def.type);
  }
}

const also = (rule: Rule, value: null | undefined): Rule => ({
  ...rule,
  none: [...(rule.none ?? []), value],
});

/** Formats are schema and check at once. */
const isCheck = (schema: object): schema is z.core.$ZodCheck<never> =>
  '_zod' in schema && 'check' in Object(schema._zod);

/** The rule of a schema: the same verdict and the same sentences. Throws for what a form cannot carry. */
export function ruleOf(schema: Schema): Rule {
  // Zod's own union of all schemas, so that the compiler tells them apart.
  const { def } = (schema as z.core.$ZodTypes)._zod;
  const checks = [...(isCheck(schema) ? [schema] : []), ...(def.checks ?? [])];
  switch (def.type) {
    case 'nullable':
    case 'optional':
    case 'default': {
      if (checks.length > 0) return cannot(`a check around ${def.type}`);
      const inner = ruleOf(def.innerType);
      if (def.type === 'default') return { ...inner, instead: { value: def.defaultValue } };
      return also(inner, def.type === 'nullable' ? null : undefined);
    }
    default: {
      const found = checks.flatMap(checkOf);
      return { ...shapeOf(def), ...sentence(def.error), ...(found.length > 0 ? { checks: found } : {}) };
    }
  }
}
