import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matchesAction, matchesArn, matchesGlob, matchesResource } from '#infra/local/aws/iam/pattern.ts';

const TABLE = 'arn:aws:dynamodb:eu-west-2:000000000000:table/portal';

describe('patterns', () => {
  test.each<[string, string, boolean]>([
    ['dynamodb:GetItem', 'dynamodb:GetItem', true],
    ['dynamodb:getitem', 'dynamodb:GetItem', true],
    ['dynamodb:Get*', 'dynamodb:GetItem', true],
    ['dynamodb:Get*', 'dynamodb:BatchGetItem', false],
    ['dynamodb:?etItem', 'dynamodb:GetItem', true],
    ['*', 'kms:Decrypt', true],
    ['dynamodb:GetItem', 'dynamodb:GetItems', false],
  ])('action %s on %s: %s', (pattern, action, expected) => {
    expect(matchesAction(pattern, action)).toBe(expected);
  });

  test.each<[string, string, boolean]>([
    [TABLE, TABLE, true],
    [TABLE, `${TABLE}/index/slot`, false],
    [`${TABLE}/index/*`, `${TABLE}/index/slot`, true],
    [`${TABLE}/index/*`, TABLE, false],
    [`${TABLE}*`, `${TABLE}-backup`, true],
    [`${TABLE}/*`, `${TABLE}-backup/index/x`, false],
    ['*', TABLE, true],
    ['arn:aws:dynamodb:*:*:table/portal', TABLE, true],
    ['arn:aws:dynamodb:eu-*-2:000000000000:table/portal', TABLE, true],
    ['arn:aws:*modb:eu-west-2:000000000000:table/portal', TABLE, true],
    ['arn:aws:d*portal', TABLE, false],
    [TABLE.toUpperCase(), TABLE, false],
    ['arn:aws:dynamodb:eu-west-2:000000000000:table/p.rtal', TABLE, false],
    ['arn:aws:dynamodb:eu-west-2:000000000000:table/p?rtal', TABLE, true],
  ])('resource %s on %s: %s', (pattern, resource, expected) => {
    expect(matchesResource(pattern, resource)).toBe(expected);
  });

  test('ArnLike compares the six parts one by one', () => {
    expect(matchesArn('arn:aws:sns:*:123:topic', 'arn:aws:sns:eu-west-2:123:topic')).toBe(true);
    expect(matchesArn('arn:aws:sns:*', 'arn:aws:sns:eu-west-2:123:topic')).toBe(false);
    expect(matchesArn('arn:aws:sns:*:topic', 'arn:aws:sns:eu-west-2:123:topic')).toBe(false);
  });

  test('a pattern without wildcards fits nothing but itself, whatever characters it has', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (pattern, value) => {
        fc.pre(!/[*?]/.test(pattern));
        expect(matchesGlob(pattern, value)).toBe(pattern === value);
      }),
    );
  });
});
