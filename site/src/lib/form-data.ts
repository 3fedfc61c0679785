import type { Day } from '#shared/model/dates.ts';

/** Reads of a native form: what stands in it as text, ticks and choices, ready for the endpoint's schema. */
export const text = (data: FormData, name: string): string => {
  const value = data.get(name);
  return typeof value === 'string' ? value.trim() : '';
};

/** An answer that may be left out: null when it is empty. */
export const optionalText = (data: FormData, name: string): string | null => text(data, name) || null;

/** The chosen one of several, undefined when none is chosen (the schema then says what to do). */
export const choice = (data: FormData, name: string): string | undefined => text(data, name) || undefined;

/** All ticked values of one name. */
export const ticks = (data: FormData, name: string): string[] =>
  data.getAll(name).filter((value) => typeof value === 'string');

/** What was written, a line each, without the empty ones. */
export const lines = (data: FormData, name: string): string[] =>
  text(data, name)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

export const isTicked = (data: FormData, name: string): boolean => data.get(name) !== null;

/** A day typed as three numbers (`name-day`, `-month`, `-year`); empty text when it is no day. */
export function day(data: FormData, name: string): Day | '' {
  const [date, month, year] = ['day', 'month', 'year'].map((part) => Number(text(data, `${name}-${part}`)));
  if (!(date && month && year && year >= 1900 && year <= 2999)) return '';
  const made = new Date(Date.UTC(year, month - 1, date));
  const isReal = made.getUTCMonth() === month - 1 && made.getUTCDate() === date;
  return isReal ? made.toISOString().slice(0, 10) : '';
}
