import type { Room } from '../../model/capacity.ts';

type RoomState = Room['state'];

/** How much room there is, in the words of a notice board. */
export const roomState: Readonly<Record<RoomState, string>> = {
  open: 'Has room',
  few: 'A few spaces',
  waiting_list: 'Waiting list',
  full: 'Full',
  paused: 'Not taking new people',
  unknown: 'Ring first',
};

/** What each state means for somebody who wants to come. */
export const roomMeaning: Readonly<Record<RoomState, string>> = {
  open: 'New people can come now.',
  few: 'There are only a few spaces. Be quick.',
  waiting_list: 'You can go on a list and come when a space is free.',
  full: 'There is no space at the moment.',
  paused: 'The group is taking a break from new people.',
  unknown: 'The group has not told us lately. Ring to ask before you go.',
};

export const room = {
  dropIn: 'Just turn up, no need to book',
  places: (places: number) => (places === 1 ? '1 space' : `${places} spaces`),
  said: (when: string) => `The group said so ${when}`,
  lastSaid: (when: string) => `The group last told us ${when}`,
  neverSaid: 'The group has not told us yet',
} as const;

/** The choices of somebody who says how much room their group has. */
export const roomChoices = {
  open: 'Yes, we have room',
  few: 'Yes, but only a few spaces',
  waiting_list: 'No, but we keep a waiting list',
  full: 'No, we are full',
  paused: 'We are not taking anyone new for now',
} as const;
