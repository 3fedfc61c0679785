import type { Room } from '../model/capacity.ts';
import type { Instant } from '../model/dates.ts';
import { ago } from '../text/en/format.ts';
import { roomMeaning, roomState, room as words } from '../text/en/room.ts';
import { classes, type Outer } from './markup.ts';
import { RoomSign } from './room-sign.tsx';
import { Tag, type TagColour } from './tag.tsx';

export type RoomTagProps = Outer & {
  room: Room;
  /** Server time: how long ago the group said so is counted from it. */
  now: Instant;
  /** Says too what the state means for somebody who wants to come. */
  explained?: boolean;
};

const COLOUR: Readonly<Record<Room['state'], TagColour>> = {
  open: 'green',
  few: 'teal',
  waiting_list: 'yellow',
  full: 'orange',
  paused: 'grey',
  unknown: 'grey',
};

/** The state in words, with its colour and drawing. */
export const RoomState = ({ state }: Pick<Room, 'state'>) => (
  <Tag colour={COLOUR[state]} class="room-tag__state">
    <RoomSign state={state} /> {roomState[state]}
  </Tag>
);

/** What is said beside the state: the number of places or that anyone may turn up. */
function extent({ state, places, dropIn }: Room): string | undefined {
  if (state !== 'open' && state !== 'few') return undefined;
  if (dropIn) return words.dropIn;
  return places === null ? undefined : words.places(places);
}

const saidWhen = ({ state, asOf }: Room, now: Instant): string => {
  if (asOf === null) return words.neverSaid;
  return state === 'unknown' ? words.lastSaid(ago(asOf, now)) : words.said(ago(asOf, now));
};

/** How much room there is, in words, and when the group said so. Colour and drawing only repeat the words. */
export const RoomTag = ({ room, now, explained = false, ...outer }: RoomTagProps) => {
  const more = extent(room);
  return (
    <p {...outer.attributes} class={classes('room-tag', outer.class)}>
      <RoomState state={room.state} /> {more && <span class="room-tag__extent">{more}. </span>}
      <span class="room-tag__said">{saidWhen(room, now)}.</span>
      {explained && <span class="room-tag__meaning"> {roomMeaning[room.state]}</span>}
    </p>
  );
};
