import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  dayOf,
  instantOf,
  later,
  monthOf,
  startOf,
  timeOf,
  weekdayOf,
} from '#shared/model/civil-time.ts';

/** What the platform's time zone data says, the judge of our rule. */
const platform = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/London',
  dateStyle: 'short',
  timeStyle: 'short',
});
const moments = fc
  .date({ min: new Date('1996-01-01'), max: new Date('2060-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString());

test('day and time are those of London for every moment since 1996', () => {
  fc.assert(
    fc.property(moments, (at) => {
      expect(`${dayOf(at)} ${timeOf(at)}`).toBe(platform.format(new Date(at)));
    }),
    { numRuns: 2000 },
  );
});

test('an instant is found again from its civil day and time, but for the hour that comes twice', () => {
  fc.assert(
    fc.property(moments, (at) => {
      const minute = `${at.slice(0, 16)}:00.000Z`;
      const again = instantOf(dayOf(at), timeOf(at));
      expect([minute, later(minute, -3_600_000)]).toContain(again);
      expect(timeOf(again)).toBe(timeOf(at));
    }),
    { numRuns: 2000 },
  );
});

describe('when the clocks change', () => {
  test.each([
    ['2026-03-29T00:59:59.999Z', '00:59'],
    ['2026-03-29T01:00:00.000Z', '02:00'],
    ['2026-10-25T00:59:59.999Z', '01:59'],
    ['2026-10-25T01:00:00.000Z', '01:00'],
  ])('%s is %s by the clock', (at, time) => expect(timeOf(at)).toBe(time));

  test('the hour that comes twice is taken the first time', () => {
    expect(instantOf('2026-10-25', '01:30')).toBe('2026-10-25T00:30:00.000Z');
  });
  test('the hour that does not exist is an hour later by the clock', () => {
    expect(timeOf(instantOf('2026-03-29', '01:30'))).toBe('02:30');
  });
  test('five o’clock is five o’clock in winter and in summer', () => {
    expect(instantOf('2026-01-15', '17:00')).toBe('2026-01-15T17:00:00.000Z');
    expect(instantOf('2026-07-15', '17:00')).toBe('2026-07-15T16:00:00.000Z');
  });
});

test('midnight in London in summer is the next day there', () => {
  expect(dayOf('2026-06-30T23:30:00.000Z')).toBe('2026-07-01');
});

test('days are counted over leap days and years', () => {
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
  expect(weekdayOf('2026-11-23')).toBe(1);
});

test('a day begins at midnight in London, and a month with it', () => {
  expect(startOf('2026-07-01')).toBe('2026-06-30T23:00:00.000Z');
  expect(monthOf('2026-06-30T23:00:00.000Z')).toBe('2026-07');
  expect(monthOf('2026-06-30T22:59:59.999Z')).toBe('2026-06');
  expect(startOf('2026-12-01')).toBe('2026-12-01T00:00:00.000Z');
});
