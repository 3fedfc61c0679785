import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { areaItem, areaRecord } from '#functions/store/area.ts';
import { organizationItem, organizationRecord } from '#functions/store/organization.ts';
import { record, unchangedSince } from '#functions/store/record.ts';
import { referralFromItem, referralItem, referralRecord } from '#functions/store/referral.ts';
import { serviceItem, serviceRecord } from '#functions/store/service.ts';
import { suggestionItem, suggestionRecord } from '#functions/store/suggestion.ts';
import { AreaId } from '#shared/model/area.ts';
import { valuesOf } from '#test/support/from-schema.ts';

const manchester = AreaId.parse('manchester');

describe('items', () => {
  const kinds = [
    { record: organizationRecord, item: organizationItem },
    { record: areaRecord, item: areaItem },
    { record: suggestionRecord, item: suggestionItem },
    {
      record: serviceRecord,
      item: (value: z.infer<typeof serviceRecord.schema>, version: number) =>
        serviceItem(manchester, value, version),
    },
  ];
  test.each(kinds.map((kind) => [kind.record.kind, kind] as const))(
    '%s comes back as it was stored',
    (_, kind) => {
      fc.assert(
        fc.property(valuesOf(kind.record.schema), fc.integer({ min: 1, max: 999 }), (given, version) => {
          const parsed = kind.record.schema.safeParse(given);
          fc.pre(parsed.success);
          // The value was parsed by the schema of this very kind.
          const item = kind.item(parsed.data as never, version);
          // JSON knows no minus nought.
          const value = JSON.parse(JSON.stringify(parsed.data));
          expect(kind.record.fromItem(item)).toEqual({ value, version });
        }),
        { numRuns: 50 },
      );
    },
  );

  test('a referral comes back as it was stored, with what it remembers', () => {
    fc.assert(
      fc.property(valuesOf(referralRecord.schema), (given) => {
        const parsed = referralRecord.schema.safeParse(given);
        // Made-up words may be nothing but spaces.
        fc.pre(parsed.success);
        const value = referralRecord.schema.parse(given);
        const requests = { made: 'abcdefghijk', moved: ['aaaaaaaaaaa', 'bbbbbbbbbbb'] };
        expect(referralFromItem(referralItem({ value, version: 3, requests }))).toEqual({
          value,
          version: 3,
          requests,
        });
      }),
      { numRuns: 200 },
    );
  });

  test('a referral whose body is not packed is a fault, not a guess', () => {
    expect(() => referralFromItem({ pk: 'a', sk: 'b', schema: 1, body: '{}' })).toThrow('no packed body');
  });
});

describe('migrations', () => {
  const Now = z.strictObject({ name: z.string(), open: z.boolean() });
  const now = record('thing', Now, [(body) => ({ ...body, open: true })]);
  test('an item of an older shape is read as the current one', () => {
    const older = { pk: 'a', sk: 'b', schema: 1, version: 4, body: '{"name":"Choir"}' };
    expect(now.fromItem(older)).toEqual({ value: { name: 'Choir', open: true }, version: 4 });
  });
  test('a body that fits no shape throws', () => {
    expect(() => now.fromItem({ pk: 'a', sk: 'b', schema: 2, body: '{"name":1}' })).toThrow(
      'does not fit shape 2',
    );
  });
});

test('what was read is written back while it stands at that version; what was not there, while nothing is', () => {
  expect(unchangedSince(3)).toEqual({ version: 3 });
  expect(unchangedSince(0)).toBe('absent');
  expect(unchangedSince(undefined)).toBe('absent');
});
