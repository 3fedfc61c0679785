import type { AreaSettings } from './area.ts';
import { addDays, instantOf, weekdayOf } from './civil-time.ts';
import type { Day, Instant } from './dates.ts';

export type Nation = AreaSettings['nation'];

/**
 * The years for which rule and exceptions are known to give the days the four nations announced or,
 * for years to come, fixed by law. A holiday proclaimed for one occasion is added to the exceptions.
 */
export const HOLIDAY_YEARS = { from: 2022, to: 2040 } as const;

/** Days proclaimed for one occasion, and usual days moved for it. */
const EXCEPTIONS: readonly { on: Day; nations: readonly Nation[]; instead?: Day }[] = [
  { on: '2022-06-02', nations: ['england', 'wales', 'scotland', 'northern_ireland'], instead: '2022-05-30' },
  { on: '2022-06-03', nations: ['england', 'wales', 'scotland', 'northern_ireland'] },
  { on: '2022-09-19', nations: ['england', 'wales', 'scotland', 'northern_ireland'] },
  { on: '2023-05-08', nations: ['england', 'wales', 'scotland', 'northern_ireland'] },
  { on: '2026-06-15', nations: ['scotland'] },
];

/** Easter Sunday of a year in the Gregorian calendar, by the golden number and the epact of its century. */
export function easterSunday(year: number): Day {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const moonDrift = century - Math.floor(century / 4) - Math.floor((8 * century + 13) / 25);
  const epact = (moonDrift + 19 * golden + 15) % 30;
  const fullMoon =
    epact - Math.floor(epact / 28) * (1 - Math.floor(29 / (epact + 1)) * Math.floor((21 - golden) / 11));
  const centurySundays = 2 - century + Math.floor(century / 4);
  const sunday = (year + Math.floor(year / 4) + fullMoon + centurySundays) % 7;
  return addDays(`${year}-03-28`, fullMoon - sunday);
}

const inYear = (year: number, monthAndDay: string): Day => `${year}-${monthAndDay}`;

/** The first Monday on or after a day; the last Monday of May is the first from 25 May. */
const mondayFrom = (day: Day): Day => addDays(day, (8 - weekdayOf(day)) % 7);

type Rules = {
  fixed: readonly string[];
  mondays: readonly string[];
  /** Days after Easter Sunday. */
  easter: readonly number[];
};

const ENGLAND: Rules = {
  fixed: ['01-01', '12-25', '12-26'],
  mondays: ['05-01', '05-25', '08-25'],
  easter: [-2, 1],
};
const RULES: Record<Nation, Rules> = {
  england: ENGLAND,
  wales: ENGLAND,
  scotland: {
    fixed: ['01-01', '01-02', '11-30', '12-25', '12-26'],
    mondays: ['05-01', '05-25', '08-01'],
    easter: [-2],
  },
  northern_ireland: { ...ENGLAND, fixed: ['01-01', '03-17', '07-12', '12-25', '12-26'] },
};

const isWeekend = (day: Day): boolean => weekdayOf(day) % 6 === 0;

/** A holiday on a weekend is kept on the next weekday that is no holiday already. */
function substitute(day: Day, taken: ReadonlySet<Day>): Day {
  let kept = day;
  while (isWeekend(kept) || taken.has(kept)) kept = addDays(kept, 1);
  return kept;
}

function computeHolidays(nation: Nation, year: number): ReadonlySet<Day> {
  const { fixed, mondays, easter } = RULES[nation];
  const fixedDays = fixed.map((day) => inYear(year, day));
  const sunday = easterSunday(year);
  const days = new Set<Day>([
    ...fixedDays.filter((day) => !isWeekend(day)),
    ...mondays.map((from) => mondayFrom(inYear(year, from))),
    ...easter.map((after) => addDays(sunday, after)),
  ]);
  for (const day of fixedDays.filter(isWeekend)) days.add(substitute(day, days));
  for (const { on, nations, instead } of EXCEPTIONS) {
    if (!on.startsWith(`${year}-`) || !nations.includes(nation)) continue;
    days.add(on);
    if (instead !== undefined) days.delete(instead);
  }
  return days;
}

const computed = new Map<string, ReadonlySet<Day>>();

/** The bank holidays a nation keeps in a year, substitutes included. */
export function bankHolidays(nation: Nation, year: number): ReadonlySet<Day> {
  const key = `${nation} ${year}`;
  const days = computed.get(key) ?? computeHolidays(nation, year);
  computed.set(key, days);
  return days;
}

/** Whether offices of a nation work on a day: no weekend, no bank holiday. */
export const isWorkingDay = (day: Day, nation: Nation): boolean =>
  !isWeekend(day) && !bankHolidays(nation, Number(day.slice(0, 4))).has(day);

/** The day so many working days after a day. The day itself never counts; 0 gives the day itself. */
export function addWorkingDays(day: Day, count: number, nation: Nation): Day {
  let reached = day;
  for (let left = count; left > 0; ) {
    reached = addDays(reached, 1);
    if (isWorkingDay(reached, nation)) left -= 1;
  }
  return reached;
}

/** Nine in the morning of a day, when work begins: nobody is told or asked anything earlier. */
export const morningOf = (day: Day): Instant => instantOf(day, '09:00');

/** Five in the afternoon of a day, when work ends: what is due that day is due then. */
export const closeOf = (day: Day): Instant => instantOf(day, '17:00');
