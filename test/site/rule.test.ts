import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import type { Endpoint } from '#shared/api/endpoint.ts';
import { fieldProblems } from '#shared/api/fields.ts';
import { spoiled, valuesOf } from '#test/support/from-schema.ts';
import { asCode } from '../../site/as-code.ts';
import type { Contract } from '../../site/src/lib/plain-contract.ts';
import { judged, type Rule } from '../../site/src/lib/rule.ts';
import { ruleOf } from '../../site/src/lib/rule-of.ts';

/** The rule as a browser gets it: written as code and read again, where nothing outside it is in reach. */
const shipped = (schema: z.ZodMiniType): Rule => new Function(`return ${asCode(ruleOf(schema))}`)();

/** What the schema says, in the shape both are compared in. */
function bySchema(schema: z.ZodMiniType, given: unknown) {
  const parsed = z.safeParse(schema, given);
  return parsed.success
    ? { value: parsed.data, problems: [] }
    : { value: undefined, problems: fieldProblems(parsed.error.issues) };
}
function byRule(rule: Rule, given: unknown) {
  const { value, issues } = judged(rule, given);
  return { value: issues.length === 0 ? value : undefined, problems: fieldProblems(issues) };
}

function agree(schema: z.ZodMiniType, values: fc.Arbitrary<unknown>, numRuns: number): void {
  const rule = shipped(schema);
  fc.assert(
    fc.property(values, (given) => {
      expect(byRule(rule, given)).toEqual(bySchema(schema, given));
    }),
    { numRuns },
  );
}

/** Every form there is, found by its file. */
const FORMS = 'site/src/contracts';
const modules = await Promise.all(
  readdirSync(FORMS).map(async (file): Promise<object> => import(resolve(FORMS, file))),
);
const forms = modules
  .flatMap((module): Contract<Endpoint>[] => Object.values(module))
  .map(({ endpoint: { id, body, form = body } }) => ({ id, body, form }));

it('is made for every form', () => {
  expect(forms.length).toBeGreaterThan(9);
});

describe.each(forms)('the rule of $id', ({ body, form }) => {
  const valid = valuesOf(body);
  const twice = spoiled(spoiled(valid));

  it('agrees with its schema on what is right', () => agree(form, valid, 500));
  it('agrees with its schema on one thing wrong', () => agree(form, spoiled(valid), 1500));
  it('agrees with its schema on several things wrong', () => agree(form, twice, 500));
  it('agrees with its schema on anything at all', () => agree(form, fc.anything(), 300));

  it('refuses nothing that the API takes', () => {
    const rule = shipped(form);
    let taken = 0;
    fc.assert(
      fc.property(valid, (given) => {
        if (!z.safeParse(body, given).success) return;
        taken += 1;
        expect(byRule(rule, given).problems).toEqual([]);
      }),
      { numRuns: 300 },
    );
    expect(taken).toBeGreaterThan(0);
  });
});

describe('a rule', () => {
  const words = z
    .strictObject({
      many: z.array(z.string('Say it').check(z.trim(), z.maxLength(2))).check(z.maxLength(1, 'Only one')),
      or: z._default(z.nullable(z.enum(['a', 'b'])), null),
      left: z.optional(z.union([z.string().check(z.regex(/^\d$/)), z.literal('none')], 'Choose')),
      count: z.int('A whole number').check(z.gte(0, 'Not less'), z.lte(3, 'Not more')),
      free: z.object({ at: z.iso.datetime({ precision: 3 }), mail: z.email('A mail') }),
    })
    .check(z.refine(({ count, many }) => count >= many.length, { path: ['count'], error: 'Too few' }));

  it.each([
    [{}],
    [{ many: [], or: 'a', count: 1.5, free: {} }],
    [{ many: ['  xy  ', 'long', 3], left: 'x', count: -1, free: { more: 1 } }],
    [{ many: ['🧡🧡'], left: 'none', count: 0, free: { at: 'now', mail: 'a@b.example' }, odd: 1 }],
    [{ many: ['🧡🧡'], count: 2 ** 60, free: null }],
    [{ many: 'text', count: Number.NaN, free: [] }],
    [{ many: [' a '], count: 3, free: { at: '2026-11-23T00:00:00.000Z', mail: 'a@b.example', odd: 1 } }],
  ])('agrees with its schema on every part a form may have: %j', (given) => {
    expect(byRule(shipped(words), given)).toEqual(bySchema(words, given));
  });

  it.each([
    ['a function of its own', z.string().check(() => undefined)],
    ['a change of type', z.pipe(z.string(), z.transform(Number))],
    ['a record', z.record(z.string(), z.string())],
    ['a sentence that depends', z.string({ error: ({ input }) => `Not ${input}` })],
    ['an address', z.url()],
  ])('is refused by the build where it cannot say the same: %s', (_, schema) => {
    expect(() => ruleOf(schema)).toThrow('A form cannot carry');
  });
});
