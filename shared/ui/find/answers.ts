import { DISTANCES, type Missing, type SearchQuery, USUAL_DISTANCE, wider } from '../../api/search.ts';
import { causeOf } from '../../model/evidence.ts';

/** What stands in the search form: as it was typed, sound or not. */
export type Answers = {
  postcode: string;
  cell: string | undefined;
  near: string | undefined;
  need: readonly string[];
  miles: string | undefined;
  q: string;
  day: readonly string[];
  room: boolean;
  free: boolean;
  stepFree: boolean;
};

/** The answers of a search that was understood. */
export const answersOf = (query: SearchQuery): Answers => ({
  postcode: query.near ?? '',
  cell: query.cell,
  // Near what, only where there is a square to measure from.
  near: query.cell === undefined ? undefined : query.near,
  need: query.need ?? [],
  miles: query.miles,
  q: query.q ?? '',
  day: query.day ?? [],
  room: query.room === '1',
  free: query.free === '1',
  stepFree: query.step_free === '1',
});

/** Part of a search that can be dropped or is set anew in a link. */
export type Part = 'miles' | 'need' | 'q' | 'day' | 'room' | 'free' | 'step_free';

/** The address of the results for some answers, without some of them. Never holds a postcode. */
export function findHref(answers: Answers, without: readonly Part[] = [], cursor?: string): string {
  const query = new URLSearchParams();
  const add = (name: string, values: readonly (string | undefined)[]) => {
    for (const value of values) if (value) query.append(name, value);
  };
  const part = (name: Part, values: readonly (string | undefined)[]) => {
    if (!without.includes(name)) add(name, values);
  };
  add('cell', [answers.cell]);
  add('near', [answers.near]);
  part('need', answers.need);
  part('miles', [answers.miles]);
  part('q', [answers.q]);
  part('day', answers.day);
  part('room', [answers.room ? '1' : undefined]);
  part('free', [answers.free ? '1' : undefined]);
  part('step_free', [answers.stepFree ? '1' : undefined]);
  add('cursor', [cursor]);
  return query.size === 0 ? '/find' : `/find?${query}`;
}

/** Looking further away is one step wider, not everywhere: results without a distance would be no help. */
export function furtherHref(answers: Answers): string {
  const miles = DISTANCES.find((distance) => distance === (answers.miles ?? USUAL_DISTANCE));
  return findHref({ ...answers, miles: wider(miles) });
}

/** What a search says of the person it is for, and so goes along with a link: never a postcode. */
export type Sought = Pick<Answers, 'cell' | 'near' | 'need' | 'day' | 'stepFree'>;

function sought({ cell, near, need, day, stepFree }: Sought, first: Record<string, string>): URLSearchParams {
  const query = new URLSearchParams(first);
  if (cell !== undefined && near !== undefined) {
    query.set('cell', cell);
    query.set('near', near);
  }
  for (const one of need) query.append('need', one);
  for (const one of day) query.append('day', one);
  if (stepFree) query.set('step_free', '1');
  return query;
}

/** Where a link worker goes on with an activity: what was searched for need not be said again. */
export const referHref = (serviceId: string, answers: Sought): string =>
  `/refer?${sought(answers, { service: serviceId })}`;

/** The page of a group, at one of its activities; the search goes along for whoever refers from there. */
export function groupHref(groupId: string, serviceId: string, answers: Sought): string {
  const query = sought(answers, {});
  return `/groups/${groupId}${query.size === 0 ? '' : `?${query}`}#s-${serviceId}`;
}

/** Where a link worker records that they told somebody of an activity, or took them there. */
export const toldHref = (groupId: string, serviceId: string, answers: Sought): string =>
  `/told?${sought(answers, { group: groupId, service: serviceId })}`;

/** Where a link worker says why nothing fitted; what the search found out itself goes along. */
export function nothingFitsHref(answers: Sought, missing: Missing | null): string {
  const query = sought(answers, missing === null ? {} : { cause: causeOf(missing) });
  return query.size === 0 ? '/nothing-fits' : `/nothing-fits?${query}`;
}
