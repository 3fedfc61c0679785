import type * as z from 'zod/mini';
import type { Loosening, MatchReason } from '../../api/search.ts';
import { needPhrases } from './needs.ts';
import { weekdays } from './weekdays.ts';

/** Why a result is here, as the end of "Because". */
export function matchReason(reason: MatchReason): string {
  switch (reason.code) {
    case 'need':
      return `it helps with ${needPhrases[reason.need]}`;
    case 'words':
      return `it says ${reason.words.map((word) => `“${word}”`).join(' and ')}`;
    case 'near':
      return 'it is close by';
    case 'day':
      return `it is on a ${weekdays[reason.day]}`;
    case 'free':
      return 'it is free';
    case 'step_free':
      return 'there are no steps';
  }
}

/** Which answer to drop, when too little fits. */
export const loosening: Readonly<Record<z.infer<typeof Loosening>['drop'], string>> = {
  miles: 'Look further away',
  need: 'Look at any kind of help',
  q: 'Leave out your own words',
  day: 'Look at any day',
  room: 'Also show groups without room',
  free: 'Also show groups that cost something',
  step_free: 'Also show places with steps',
};

/** A distance in words: "0.3 miles away", "less than a quarter of a mile away". */
export function milesAway(miles: number): string {
  if (miles < 0.25) return 'less than a quarter of a mile away';
  if (miles < 10)
    return `${miles.toFixed(1).replace(/\.0$/, '')} ${miles.toFixed(1) === '1.0' ? 'mile' : 'miles'} away`;
  return `${Math.round(miles)} miles away`;
}
