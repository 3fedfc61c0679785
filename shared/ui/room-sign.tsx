import type { Room } from '../model/capacity.ts';

/** A drawing for each state of room; it repeats the words and is in the colour of the text, also in forced colours. */
const DRAWING: Readonly<Record<Room['state'], string>> = {
  open: 'M3.5 8.5l3 3 6-7',
  few: 'M8 3v10M3 8h10',
  waiting_list: 'M3 4h10M3 8h10M3 12h6',
  full: 'M3 8h10',
  paused: 'M5.5 3.5v9M10.5 3.5v9',
  unknown: 'M5 5.5c0-4 6-4 6-.5 0 2.5-3 2.5-3 5M8 12.5v1.5',
};

export const RoomSign = ({ state }: { state: Room['state'] }) => (
  <svg class="room-tag__sign" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
    <path d={DRAWING[state]} fill="none" stroke="currentColor" stroke-width="2" />
  </svg>
);
