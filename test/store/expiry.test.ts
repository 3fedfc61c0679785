import { expect, it } from 'vitest';
import { secondOf, ttlAfter, ttlAt } from '#functions/store/expiry.ts';

const NOON = '2026-11-23T12:00:00.000Z';
const JUST_AFTER = '2026-11-23T12:00:00.001Z';
const seconds = (instant: string) => Date.parse(instant) / 1000;

it('an end between two seconds is the later one, so that nothing is gone early', () => {
  expect(ttlAt(NOON)).toBe(seconds(NOON));
  expect(ttlAt(JUST_AFTER)).toBe(seconds('2026-11-23T12:00:01.000Z'));
  expect(secondOf(JUST_AFTER)).toBe(seconds(NOON));
});

it('a day is 24 hours, summer time or not', () => {
  expect(ttlAfter(NOON, 30)).toBe(seconds('2026-12-23T12:00:00.000Z'));
  expect(ttlAfter('2027-03-27T12:00:00.000Z', 1)).toBe(seconds('2027-03-28T12:00:00.000Z'));
  expect(ttlAfter(JUST_AFTER, 0)).toBe(ttlAt(JUST_AFTER));
});
