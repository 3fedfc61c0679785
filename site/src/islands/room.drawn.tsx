import { Room } from '#shared/model/capacity.ts';
import { room as words } from '#shared/text/en/room.ts';
import { RoomState } from '#shared/ui/room-tag.tsx';
import { When } from './when.tsx';

/** What fills it: the state, what is said beside it, and when the group said so, last said so, or that it never has. */
export type RoomFacts = {
  room: string;
  isDropIn: boolean;
  places: string;
  said: string;
  lastSaid: string;
  isUnsaid: boolean;
};

/** How much room there is, in words, and when the group said so: shared/ui/room-tag.tsx for a page with script. */
export const RoomSaid = ({ places, said, lastSaid }: RoomFacts) => (
  <p class="room-tag">
    {Room.shape.state.options.map((state) => (
      <When key={state} is={`room=${state}`}>
        <RoomState state={state} />
      </When>
    ))}{' '}
    <When is="isDropIn">
      <span class="room-tag__extent">{words.dropIn}. </span>
    </When>
    <When is="places">
      <span class="room-tag__extent">{places}. </span>
    </When>
    <span class="room-tag__said">
      <When is="said">{words.said(said)}</When>
      <When is="lastSaid">{words.lastSaid(lastSaid)}</When>
      <When is="isUnsaid">{words.neverSaid}</When>.
    </span>
  </p>
);
