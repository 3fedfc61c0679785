type Fields = { minutes: number[]; hours: number[]; isDay: (day: CivilDay) => boolean };
type CivilDay = { year: number; month: number; day: number };

/** No schedule of ours waits longer for its next turn. */
/** Further from an instant than a time zone is from UTC. */
const SIDE = 15 * 3_600_000;
const MOST_DAYS = 366 * 5;
const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const WEEKDAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];

/**
 * The first instant after a given one that fits a cron expression of EventBridge (minutes hours day month
 * weekday year) in a time zone. An hour that a clock change leaves out is skipped; one that comes twice counts
 * once.
 */
export function createCron(text: string, timezone: string): (after: Date) => Date | undefined {
  const fields = readFields(text);
  const civil = civilReader(timezone);
  return (after) => {
    const today = civil(after);
    for (let ahead = 0; ahead <= MOST_DAYS; ahead += 1) {
      const noon = new Date(Date.UTC(today.year, today.month - 1, today.day + ahead, 12));
      const day = { year: noon.getUTCFullYear(), month: noon.getUTCMonth() + 1, day: noon.getUTCDate() };
      if (!fields.isDay(day)) continue;
      const found = instantsOf(day, fields, civil).find((instant) => instant.getTime() > after.getTime());
      if (found) return found;
    }
    return undefined;
  };
}

function instantsOf({ year, month, day }: CivilDay, { hours, minutes }: Fields, civil: CivilReader): Date[] {
  return hours.flatMap((hour) =>
    minutes.flatMap((minute) => {
      const asUtc = Date.UTC(year, month - 1, day, hour, minute);
      // The offset before and after a change that may fall on this day; where both fit, the earlier counts.
      const offsets = [asUtc - SIDE, asUtc + SIDE].map((side) => civil(new Date(side)).offset);
      const instants = offsets.map((offset) => new Date(asUtc - offset));
      const fitting = instants.filter((instant) => {
        const read = civil(instant);
        return read.hour === hour && read.minute === minute;
      });
      return fitting.sort((a, b) => a.getTime() - b.getTime()).slice(0, 1);
    }),
  );
}

type CivilReader = (instant: Date) => CivilDay & { hour: number; minute: number; offset: number };

function civilReader(timezone: string): CivilReader {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: timezone,
    calendar: 'gregory',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  return (instant) => {
    const parts = Object.fromEntries(
      format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]),
    );
    const { year = 0, month = 0, day = 0, hour = 0, minute = 0 } = parts;
    const minutes = Math.floor(instant.getTime() / 60_000) * 60_000;
    return { year, month, day, hour, minute, offset: Date.UTC(year, month - 1, day, hour, minute) - minutes };
  };
}

function readFields(text: string): Fields {
  const [minutes = '', hours = '', days = '', months = '', weekdays = '', years = '', ...rest] = text
    .trim()
    .split(/\s+/);
  if (years === '' || rest.length > 0) throw new Error(`cron(${text}) has not six fields.`);
  const month = new Set(values(months, [1, 12], MONTHS));
  const year = new Set(values(years, [1970, 2199]));
  const inMonth = dayTest(days);
  const weekday = new Set(values(weekdays, [1, 7], WEEKDAYS).map((value) => value - 1));
  return {
    minutes: values(minutes, [0, 59]),
    hours: values(hours, [0, 23]),
    isDay: (day) =>
      year.has(day.year) &&
      month.has(day.month) &&
      inMonth(day) &&
      weekday.has(new Date(Date.UTC(day.year, day.month - 1, day.day)).getUTCDay()),
  };
}

function dayTest(text: string): (day: CivilDay) => boolean {
  if (text === 'L') return ({ year, month, day }) => day === new Date(Date.UTC(year, month, 0)).getUTCDate();
  const days = new Set(values(text, [1, 31]));
  return ({ day }) => days.has(day);
}

function values(text: string, [least, most]: [number, number], names: readonly string[] = []): number[] {
  const one = (part: string) => {
    const named = names.indexOf(part.toUpperCase());
    const value = named >= 0 ? named + least : Number(part);
    if (!Number.isInteger(value) || value < least || value > most)
      throw new Error(`"${part}" in cron is not run locally.`);
    return value;
  };
  const found = text.split(',').flatMap((part) => {
    const [range = '', step] = part.split('/');
    const every = step === undefined ? 1 : Number(step);
    const [from = '', to] = range.split('-');
    const whole = from === '*' || from === '?';
    const first = whole ? least : one(from);
    const last = whole || (to === undefined && step !== undefined) ? most : one(to ?? from);
    return Array.from(
      { length: Math.floor((last - first) / every) + 1 },
      (_, index) => first + index * every,
    );
  });
  return [...new Set(found)].sort((a, b) => a - b);
}
