import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { Room } from '#shared/model/capacity.ts';
import { RoomTag } from '#shared/ui/room-tag.tsx';
import { shown } from '#test/support/drawn.tsx';
import { RoomSaid } from '../../site/src/islands/room.drawn.tsx';
import { roomFacts } from '../../site/src/islands/room-now.tsx';

const NOW = '2026-11-23T09:00:00.000Z';
const said = (days: number) => new Date(Date.parse(NOW) - days * 86_400_000).toISOString();
const roomOf = (room: Partial<Room>): Room => ({
  state: 'open',
  places: null,
  dropIn: false,
  asOf: said(3),
  ...room,
});
const drawnAs = {
  'on a public page': (room: Room) => renderToString(<RoomTag now={NOW} room={room} />),
  'on a working page': (room: Room) => shown(RoomSaid, roomFacts(room, NOW)),
};

describe.each(Object.entries(drawnAs))('the room of an activity %s', (_, drawn) => {
  const words = (room: Partial<Room>) =>
    drawn(roomOf(room))
      .replace(/<[^>]+>/g, '')
      .replace(/\s+/g, ' ')
      .trim();

  it.each(Room.shape.state.options)('is said in words, with when it was said: %s', (state) => {
    expect(words({ state })).toMatch(/^[A-Z][a-z ]+ The group (said so|last told us) 3 days ago\.$/);
  });

  it('counts spaces only where the group takes people', () => {
    expect(words({ places: 3 })).toContain('3 spaces.');
    expect(words({ state: 'few', places: 1 })).toContain('1 space.');
    expect(words({ state: 'full', places: 0 })).not.toContain('space');
  });

  it('says that anyone may turn up', () => {
    expect(words({ dropIn: true })).toContain('Just turn up');
  });

  it('never looks open when nobody knows', () => {
    expect(words({ state: 'unknown', asOf: said(45) })).toBe(
      'Ring first The group last told us on 9 October 2026.',
    );
    expect(words({ state: 'unknown', asOf: null })).toBe('Ring first The group has not told us yet.');
  });
});
