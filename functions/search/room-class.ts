import type { CapacityState } from '#shared/model/capacity.ts';

/** Room as a result is ranked by: 0 has room, 1 did not say lately (ring first), 2 waiting list, 3 none now. */
export type RoomClass = 0 | 1 | 2 | 3;

const CLASSES: Readonly<Record<CapacityState | 'unknown', RoomClass>> = {
  open: 0,
  few: 0,
  unknown: 1,
  waiting_list: 2,
  full: 3,
  paused: 3,
};

/** The class of a state of room; a number of places that has come down to none counts as full. */
export function roomClass(state: CapacityState | 'unknown', places: number | null): RoomClass {
  return places === 0 && (state === 'open' || state === 'few') ? 3 : CLASSES[state];
}
