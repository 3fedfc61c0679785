import type { SafeguardingStanding, SafeguardingStatus, Tier } from '../../model/safeguarding.ts';
import { date } from './format.ts';

/** Where a group's safeguarding answers stand, for those who work with it. A group confirms; nobody approves. */
export const standings: Readonly<Record<SafeguardingStatus, (on: string) => string>> = {
  not_started: () => 'The group has not answered the safeguarding questions yet',
  answering: () => 'The group is answering the safeguarding questions',
  confirmed: (on) => `Safeguarding basics confirmed by the group on ${on}`,
  confirmed_with_actions: (on) =>
    `Safeguarding basics confirmed by the group on ${on}, with things still to do`,
  due_soon: (on) => `Safeguarding basics confirmed by the group on ${on}, due again soon`,
  out_of_date: (on) => `Out of date: the group confirmed its safeguarding basics on ${on}`,
  paused_by_coordinator: () => 'Paused by the coordinator',
  withdrawn_by_group: () => 'The group took its confirmation back',
};

/** A standing in a sentence, with its date where there is one. */
export const safeguardingStanding = (standing: SafeguardingStanding): string =>
  standings[standing.status](confirmedOn(standing));

/** The day a group confirmed its answers, in words. */
export const confirmedOn = ({ confirmedAt }: Pick<SafeguardingStanding, 'confirmedAt'>): string =>
  confirmedAt === null ? 'a day we do not know' : date(confirmedAt);

/** How people meet, by the tier of the activity. It belongs to the activity, never to a person. */
export const tiers: Readonly<Record<Tier, string>> = {
  0: 'Nobody is referred through this portal',
  1: 'In an open group, never one to one',
  2: 'One to one at times, or for adults at risk',
  3: 'At home, or with money, driving, children or care',
};

/** What anyone may read of it. */
export const safeguarding = {
  howPeopleMeet: 'How people meet',
  basics: 'Safeguarding basics',
  confirmedOn: (date: string) => `Confirmed by the group on ${date}`,
  notConfirmed: 'The group has not confirmed its safeguarding basics yet',
  outOfDate: 'The group confirmed its safeguarding basics, but too long ago',
  notNow: 'The group’s safeguarding basics are not confirmed just now',
  meaning: 'The group told us this itself. It is not a check by us or by the council.',
} as const;
