import { choice, isTicked, text, ticks } from '../../lib/form-data.ts';
import { type Line, penceOf, readTimes } from './read-listing.ts';

/** What an activity is, when and where, in the shape of the request. */
export const readOutline = (data: FormData, lines: readonly Line[]): unknown => ({
  name: text(data, 'name'),
  kind: choice(data, 'kind'),
  needs: ticks(data, 'needs'),
  description: text(data, 'description'),
  firstVisit: text(data, 'firstVisit'),
  schedules: readTimes(data, lines),
  place: {
    name: text(data, 'place-name'),
    address: text(data, 'place-address'),
    postcode: text(data, 'place-postcode'),
    masked: isTicked(data, 'place-masked'),
  },
  cost: { pence: penceOf(text(data, 'cost-pence')), note: text(data, 'cost-note') },
});
