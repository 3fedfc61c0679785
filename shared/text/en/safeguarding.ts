import type { SafeguardingStatus, Tier } from '../../model/safeguarding.ts';

/** Where a group's safeguarding answers stand. A group confirms; nobody approves. */
export const safeguardingStatuses: Readonly<Record<SafeguardingStatus, string>> = {
  not_started: 'Not answered yet',
  answering: 'Being answered',
  confirmed: 'Confirmed by the group',
  confirmed_with_actions: 'Confirmed by the group, with things to do',
  due_soon: 'Confirmed by the group, due again soon',
  out_of_date: 'Out of date',
  paused_by_coordinator: 'Paused by the coordinator',
  withdrawn_by_group: 'Taken back by the group',
};

/** What the tier of an activity means. It belongs to the activity, never to a person. */
export const tiers: Readonly<Record<Tier, string>> = {
  0: 'Information only, no referrals',
  1: 'Open group, never one to one',
  2: 'One to one, or for adults at risk',
  3: 'In the home, with money, driving, children or care',
};

export const safeguarding = {
  basics: 'Safeguarding basics',
  confirmedOn: (date: string) => `Confirmed by the group on ${date}`,
  notConfirmed: 'The group has not confirmed its safeguarding basics yet',
  outOfDate: 'The group confirmed its safeguarding basics, but too long ago',
  meaning: 'The group told us this itself. It is not a check by us or by the council.',
} as const;
