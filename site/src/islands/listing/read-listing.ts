import type { FieldProblem } from '#shared/api/problem.ts';
import type { Access, Schedule } from '#shared/model/service.ts';
import { accessFacts } from '#shared/text/en/listing.ts';
import { timesForm } from '#shared/text/en/listing-form.ts';
import { choice, text, ticks } from '../../lib/form-data.ts';
import { timeOfDay } from '../../lib/time-of-day.ts';

/** One line of the times on the form: what was there before, kept for its term dates. `key` never changes. */
export type Line = { key: number; schedule: Partial<Schedule> };

/** Pounds as people type them (`2`, `£2.50`, `2.5`) in pence; undefined when it is no amount. */
export function penceOf(typed: string): number | undefined {
  const match = /^£?\s*(\d{1,4})(?:\.(\d{1,2}))?$/.exec(typed.trim());
  if (match === null) return undefined;
  const [, pounds = '0', rest = '0'] = match;
  return Number(pounds) * 100 + Number(rest.padEnd(2, '0'));
}

/** The same in a field again; empty where nobody has said. */
export const poundsOf = (pence: number | null): string =>
  pence === null ? '' : (pence / 100).toFixed(pence % 100 === 0 ? 0 : 2);

/** The times as the form says them, in the shape of the request; term dates stay as they were. */
export const readTimes = (data: FormData, lines: readonly Line[]) =>
  lines.map(({ key, schedule }) => ({
    ...schedule,
    weekday: choice(data, `weekday-${key}`),
    opensAt: timeOfDay(text(data, `opensAt-${key}`)),
    closesAt: timeOfDay(text(data, `closesAt-${key}`)),
  }));

const SENTENCES = {
  weekday: timesForm.dayProblem,
  opensAt: timesForm.opensProblem,
  closesAt: timesForm.closesProblem,
};

/** The sentences of the times, by field id (`schedules-0-opensAt`). */
export const timesMessages = (count: number): Record<string, string> =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) =>
      Object.entries(SENTENCES).map(([part, sentence]) => [
        `schedules-${index}-${part}`,
        sentence(index + 1),
      ]),
    ).flat(),
  );

/** Times that end before they begin. */
export const lookAtTimes = (schedules: readonly Schedule[]): FieldProblem[] =>
  schedules.flatMap(({ opensAt, closesAt }, index) =>
    closesAt <= opensAt
      ? [{ id: `schedules-${index}-closesAt`, text: timesForm.orderProblem(index + 1) }]
      : [],
  );

const answerOf = (data: FormData, name: string): boolean | null => {
  const given = choice(data, `access-${name}`);
  return given === 'yes' ? true : given === 'no' ? false : null;
};

/** Getting in and taking part; what is not said is null, which is not the same as no. */
export const readAccess = (data: FormData): Access & Record<string, unknown> => ({
  stepFree: null,
  hearingLoop: null,
  quietSpace: null,
  bringSomeone: null,
  nearBusStop: null,
  toilets: null,
  ...Object.fromEntries(Object.keys(accessFacts).map((name) => [name, answerOf(data, name)])),
  languages: text(data, 'languages')
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== ''),
});

/** An age as typed: null when left out, what is no number stays so that the schema says so. */
const ageOf = (data: FormData, name: string): number | null => {
  const typed = text(data, name);
  return typed === '' ? null : Number(typed);
};

/** Who it is for, as the form says it. */
export const readEligibility = (data: FormData) => ({
  minimumAge: ageOf(data, 'minimumAge'),
  maximumAge: ageOf(data, 'maximumAge'),
  onlyFor: ticks(data, 'onlyFor'),
});
