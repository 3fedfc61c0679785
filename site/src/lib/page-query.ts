import type { Need } from '#shared/model/need.ts';
import { needs } from '#shared/text/en/needs.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

/** An id from an address: a UUID, or undefined, so that a bent link harms nobody. Its kind is the caller's to know. */
export const idFrom = <Id extends string>(text: string | null | undefined): Id | undefined =>
  // Whether there is such a thing, the API says; here it need only be an id at all.
  UUID.test(text ?? '') ? (text as Id) : undefined;

export const isNeed = (text: string | null): text is Need => text !== null && Object.hasOwn(needs, text);

const value = (search: string, name: string): string | null => new URLSearchParams(search).get(name);

/** One id of the page's query. */
export const idIn = <Id extends string>(search: string, name: string): Id | undefined =>
  idFrom<Id>(value(search, name));

/** The needs of a search that leads here. */
export const needsIn = (search: string): Need[] => new URLSearchParams(search).getAll('need').filter(isNeed);

/** Where a search was about: its postcode district and map square, whichever it named. */
export function nearIn(search: string): { near: string | undefined; cell: string | undefined } {
  const near = value(search, 'near') ?? '';
  const cell = value(search, 'cell') ?? '';
  return {
    near: /^[A-Z]{1,2}\d[A-Z\d]?$/.test(near) ? near : undefined,
    cell: /^[0-9b-hjkmnp-z]{6}$/.test(cell) ? cell : undefined,
  };
}
