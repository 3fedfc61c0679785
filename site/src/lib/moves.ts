import type { ReferralView } from '#shared/api/referrals.ts';

/** The moves this page has a form for, in the order they are offered: the hopeful one first. */
export const MOVES = [
  'accept',
  'answer',
  'keep_waiting',
  'record_new_owner',
  'ask',
  'wait_list',
  'decline',
  'start',
  'not_start',
  'complete',
  'return_to_group',
  'hand_back',
  'withdraw',
] as const;
export type Move = (typeof MOVES)[number];

/** What the viewer may do now, of what this page can do. */
export const movesOf = (actions: ReferralView['actions']): Move[] =>
  MOVES.filter((move) => actions.includes(move));
