import { expect, test } from 'vitest';
import { referralUnits } from '#test/bench/referral-units.ts';

test('a referral from send to outcome with two lists costs at most 44 write and 20 read units', async () => {
  const acts = await referralUnits();
  const total = (of: 'write' | 'read') => acts.reduce((sum, act) => sum + act[of], 0);
  expect(acts.map(({ act }) => act)).toEqual([
    'send',
    'list: inbox',
    'open',
    'accept',
    'reveal',
    'start',
    'outcome',
    'list: caseload',
  ]);
  expect(total('write')).toBeLessThanOrEqual(44);
  expect(total('read')).toBeLessThanOrEqual(20);
}, 30_000);
