import type { FieldProblem } from '#shared/api/problem.ts';
import type { Access, Schedule } from '#shared/model/service.ts';
import { accessFacts } from '#shared/text/en/listing.ts';
import { listingForm as words } from '#shared/text/en/listing-form.ts';
import { choice, text } from '../../lib/form-data.ts';
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

const answerOf = (data: FormData, name: string): boolean | null => {
  const given = choice(data, `access-${name}`);
  return given === 'yes' ? true : given === 'no' ? false : null;
};

function accessOf(data: FormData, before: Access): Access {
  const answers = Object.keys(accessFacts).map((name) => [name, answerOf(data, name)]);
  return { ...before, ...Object.fromEntries(answers) };
}

/** The listing as the form says it, in the shape of the request; term dates and languages stay as they were. */
export const readListing = (data: FormData, lines: readonly Line[], before: Access): unknown => ({
  description: text(data, 'description'),
  firstVisit: text(data, 'firstVisit'),
  schedules: lines.map(({ key, schedule }) => ({
    ...schedule,
    weekday: choice(data, `weekday-${key}`),
    opensAt: timeOfDay(text(data, `opensAt-${key}`)),
    closesAt: timeOfDay(text(data, `closesAt-${key}`)),
  })),
  cost: { pence: penceOf(text(data, 'cost')), note: text(data, 'costNote') },
  access: accessOf(data, before),
  status: choice(data, 'status'),
});

const SENTENCES = {
  weekday: words.dayProblem,
  opensAt: words.opensProblem,
  closesAt: words.closesProblem,
};

/** The sentences of the times, by field id (`schedules-0-opensAt`), and of the cost. */
export const listingMessages = (count: number): Record<string, string> => ({
  'cost-pence': words.costProblem,
  ...Object.fromEntries(
    Array.from({ length: count }, (_, index) =>
      Object.entries(SENTENCES).map(([part, sentence]) => [
        `schedules-${index}-${part}`,
        sentence(index + 1),
      ]),
    ).flat(),
  ),
});

/** Times that end before they begin. */
export const lookAtTimes = (schedules: readonly Schedule[]): FieldProblem[] =>
  schedules.flatMap(({ opensAt, closesAt }, index) =>
    closesAt <= opensAt ? [{ id: `schedules-${index}-closesAt`, text: words.orderProblem(index + 1) }] : [],
  );
