import type { Room } from '#shared/model/capacity.ts';
import { ago } from '#shared/text/en/format.ts';
import { room as words } from '#shared/text/en/room.ts';
import { type RoomFacts, RoomSaid } from './room.drawn.tsx';

/** What fills the words about room; how long ago the group said so is counted from the server’s time. */
export function roomFacts({ state, places, dropIn, asOf }: Room, now: string): RoomFacts {
  const isCounted = state === 'open' || state === 'few';
  const when = asOf === null ? '' : ago(asOf, now);
  return {
    room: state,
    isDropIn: isCounted && dropIn,
    places: isCounted && !dropIn && places !== null ? words.places(places) : '',
    said: state === 'unknown' ? '' : when,
    lastSaid: state === 'unknown' ? when : '',
    isUnsaid: asOf === null,
  };
}

/** How much room there is, in words, and when the group said so. */
export const RoomNow = ({ room, now }: { room: Room; now: string }) => <RoomSaid {...roomFacts(room, now)} />;
