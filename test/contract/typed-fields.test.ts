import { describe, expect, it } from 'vitest';
import { canaryOf } from '#test/matrix/planting.ts';
import { NOT_TYPED, TYPED } from '#test/matrix/typed-fields.ts';
import { textFields } from '#test/support/text-fields.ts';
import { foundIn } from '#test/support/traces.ts';

describe('a field in which somebody can type words', () => {
  it('is named with where its words may be, or with the reason why nobody types there', () => {
    const known = new Set([...Object.keys(TYPED), ...Object.keys(NOT_TYPED)]);
    expect(textFields().filter((field) => !known.has(field))).toEqual([]);
    expect([...known].filter((field) => !textFields().includes(field))).toEqual([]);
  });

  it('is never part of a path: paths hold ids, codes and tokens alone', () => {
    expect(textFields().filter((field) => field.includes(' /'))).toEqual([]);
  });
});

describe('looking for what somebody typed', () => {
  const near = (text: string) => new Map([['there', { length: text.length, near: text }]]);

  it('finds it in small letters, without gaps, within an address and within other text as base64', () => {
    const held = Buffer.from(JSON.stringify({ a: 1, name: canaryOf('confirm.press name') })).toString(
      'base64',
    );
    const phone = canaryOf('group.change phone.number');
    for (const [text, typed] of [
      [held, canaryOf('confirm.press name')],
      [`say=${canaryOf('referral.ask text').toLowerCase()}`, canaryOf('referral.ask text')],
      [`+44${phone.replace(/^0/, '').replaceAll(' ', '')}`, phone],
      ['/find?near=M14%204HE', canaryOf('find.form postcode')],
      [`hash of ${canaryOf('invite.create email')}`, canaryOf('invite.create email')],
    ] as const)
      expect(foundIn(near(text), typed), text).toEqual(['there']);
  });

  it('takes nobody for anybody else: each field has words of its own', () => {
    const all = Object.keys(TYPED).map(canaryOf);
    for (const typed of all)
      expect(all.filter((other) => foundIn(near(other), typed).length > 0)).toEqual([typed]);
  });
});
