import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, weekdayOf } from '#shared/model/civil-time.ts';
import {
  addWorkingDays,
  bankHolidays,
  easterSunday,
  HOLIDAY_YEARS,
  isWorkingDay,
  type Nation,
} from '#shared/model/working-days.ts';

const holidays = (nation: Nation, year: number) =>
  [...bankHolidays(nation, year)].sort().map((day) => day.slice(5));

describe('bank holidays as they were announced', () => {
  test.each<[Nation, number, string]>([
    ['england', 2022, '01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27'],
    ['england', 2023, '01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26'],
    ['england', 2026, '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28'],
    ['wales', 2027, '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28'],
    ['scotland', 2022, '01-03 01-04 04-15 05-02 06-02 06-03 08-01 09-19 11-30 12-26 12-27'],
    ['scotland', 2026, '01-01 01-02 04-03 05-04 05-25 06-15 08-03 11-30 12-25 12-28'],
    ['northern_ireland', 2026, '01-01 03-17 04-03 04-06 05-04 05-25 07-13 08-31 12-25 12-28'],
  ])('%s %i', (nation, year, expected) => {
    expect(holidays(nation, year).join(' ')).toBe(expected);
  });

  test.each([
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
    [2026, '2026-04-05'],
    [2027, '2027-03-28'],
    [2030, '2030-04-21'],
    [2038, '2038-04-25'],
  ])('Easter Sunday of %i', (year, day) => expect(easterSunday(year)).toBe(day));

  test('every holiday of the years covered is a weekday, as many as the nation keeps', () => {
    const kept: Record<Nation, number> = { england: 8, wales: 8, scotland: 9, northern_ireland: 10 };
    for (let year: number = HOLIDAY_YEARS.from; year <= HOLIDAY_YEARS.to; year += 1) {
      for (const nation of ['england', 'wales', 'scotland', 'northern_ireland'] as const) {
        const days = [...bankHolidays(nation, year)];
        expect(days.every((day) => weekdayOf(day) % 6 !== 0)).toBe(true);
        expect(days.length).toBeGreaterThanOrEqual(kept[nation]);
        expect(days.length).toBeLessThanOrEqual(kept[nation] + 2);
      }
    }
  });
});

describe('working days', () => {
  test.each([
    ['over Christmas and New Year', '2026-12-23', 5, '2027-01-04'],
    ['over Easter', '2026-04-02', 1, '2026-04-07'],
    ['over a weekend', '2026-11-20', 1, '2026-11-23'],
    ['from a Saturday', '2026-11-21', 1, '2026-11-23'],
    ['none', '2026-11-21', 0, '2026-11-21'],
  ])('%s', (_, from, count, reached) => expect(addWorkingDays(from, count, 'england')).toBe(reached));

  const days = fc.integer({ min: 0, max: 6000 }).map((count) => addDays('2024-01-01', count));
  const nations = fc.constantFrom<Nation>('england', 'wales', 'scotland', 'northern_ireland');
  test('never end on a day off, and hold exactly as many working days as were asked', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 30 }), nations, (from, count, nation) => {
        const reached = addWorkingDays(from, count, nation);
        expect(isWorkingDay(reached, nation)).toBe(true);
        let counted = 0;
        for (let day = addDays(from, 1); day <= reached; day = addDays(day, 1)) {
          if (isWorkingDay(day, nation)) counted += 1;
        }
        expect(counted).toBe(count);
      }),
    );
  });
});
