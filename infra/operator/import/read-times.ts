import { type Schedule, Weekday as Weekdays } from '#shared/model/service.ts';
import { child, elements, type Faults, listOf, type Node, numberOf, textOf } from './node.ts';
import { plainText } from './plain-text.ts';

const MOST_TIMES = 14;
const DAYS: Readonly<Record<string, Weekday>> = {
  mo: 'MO',
  tu: 'TU',
  we: 'WE',
  th: 'TH',
  fr: 'FR',
  sa: 'SA',
  su: 'SU',
};
type Weekday = Schedule['weekday'];

/** Weekdays of a rule such as `MO,WE`, `["MO"]` or `Monday and Friday`; `2MO` (every second Monday of a month) is none. */
function weekdaysIn(schedule: Node, faults: Faults): Weekday[] {
  const found = child(schedule, 'byday');
  if (found === undefined) return [];
  const parts = Array.isArray(found.value)
    ? elements(found).flatMap(({ value }) => (typeof value === 'string' ? [value] : []))
    : (textOf(schedule, 'byday', faults) ?? '').split(/[,;&/\s]+/);
  const days = parts.flatMap((part) =>
    /^[a-z]{2}/i.test(part) ? (DAYS[part.slice(0, 2).toLowerCase()] ?? []) : [],
  );
  return Weekdays.options.filter((day) => days.includes(day));
}

/** A time of day as `14:30`, from `14:30:00`, `14:30+01:00`, `1430`, `2.30pm`, `9am`; null when it is none. */
export function timeOf(given: string | null): string | null {
  const match =
    /^(?:.*T)?(\d{1,2})(?:[:.]?(\d{2}))?(?::\d{2}(?:\.\d+)?)?\s*(am|pm)?\s*(?:Z|[+-]\d{2}:?\d{2})?$/i.exec(
      given?.trim() ?? '',
    );
  if (match === null) return null;
  const [, hourText = '', minutes = '00', half] = match;
  const hour = Number(hourText);
  if (half !== undefined && (hour < 1 || hour > 12)) return null;
  const whole = half === undefined ? hour : (hour % 12) + (half.toLowerCase() === 'pm' ? 12 : 0);
  return whole < 24 && Number(minutes) < 60 ? `${String(whole).padStart(2, '0')}:${minutes}` : null;
}

/** A day as `2026-11-23`; undefined when it is none. */
export function dayIn(given: string | null): string | undefined {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(given ?? '')?.[0];
  return day !== undefined && !Number.isNaN(Date.parse(`${day}T00:00:00Z`)) ? day : undefined;
}

/** The weekly times of one rule: none unless it says every week, a day, and from when to when. */
function weekly(schedule: Node, faults: Faults): Schedule[] {
  const freq = textOf(schedule, 'freq', faults);
  const interval = numberOf(schedule, 'interval', faults) ?? 1;
  const opensAt = timeOf(textOf(schedule, 'opens_at', faults));
  const closesAt = timeOf(textOf(schedule, 'closes_at', faults));
  const days = weekdaysIn(schedule, faults);
  const isWeekly = freq === null || freq.toUpperCase() === 'WEEKLY';
  if (!isWeekly || interval !== 1 || opensAt === null || closesAt === null || closesAt <= opensAt) return [];
  const validFrom = dayIn(textOf(schedule, 'valid_from', faults));
  const validTo = dayIn(textOf(schedule, 'valid_to', faults));
  return days.map((weekday) => ({
    weekday,
    opensAt,
    closesAt,
    ...(validFrom !== undefined && { validFrom }),
    ...(validTo !== undefined && { validTo }),
  }));
}

/** The times of a service: weekly ones as times, and what cannot be said so in the directory's own words. */
export type Times = { schedules: Schedule[]; inWords: string[] };

/** Reads the schedules of a node. The same time said twice stands once. */
export function readTimes(node: Node, faults: Faults): Times {
  const inWords: string[] = [];
  const schedules = new Map<string, Schedule>();
  for (const schedule of listOf(node, 'schedules', faults)) {
    const times = weekly(schedule, faults);
    for (const time of times) schedules.set(JSON.stringify(time), time);
    const said = textOf(schedule, 'description', faults) ?? textOf(schedule, 'notes', faults);
    if (times.length === 0 && said !== null) inWords.push(plainText(said));
  }
  return { schedules: [...schedules.values()].slice(0, MOST_TIMES), inWords };
}
