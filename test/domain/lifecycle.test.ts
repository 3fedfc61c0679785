import { describe, expect, test } from 'vitest';
import { move } from '#functions/domain/referral/decided.ts';
import {
  type Doer,
  LIVE_STATES,
  legalActions,
  MOVES,
  type Move,
} from '#functions/domain/referral/lifecycle.ts';
import { TIMERS } from '#functions/domain/referral/timers.ts';
import { ReferralAction, ReferralState, TERMINAL_STATES } from '#shared/model/referral-state.ts';
import { lifecyclePage } from '#test/support/lifecycle-page.ts';
import { aReferral } from '#test/support/referral-builder.ts';

const DOERS: readonly Doer[] = ['link_worker', 'lw_manager', 'group_reader', 'coordinator', 'system'];
type Says = Partial<Record<Doer, Partial<Record<ReferralAction, ReferralState>>>>;

/** Written by hand from the founding table, state by state: who may do what, and where it leads. */
const senderUndecided = { withdraw: 'withdrawn', hand_back: 'handed_back' } as const;
const readerUndecided = { accept: 'accepted', decline: 'declined', hand_back: 'handed_back' } as const;
const underWay = { withdraw: 'withdrawn', hand_back: 'handed_back' } as const;
const afterYes = { start: 'started', not_start: 'not_started' } as const;
const EXPECTED: Record<ReferralState, Says> = {
  draft: { link_worker: { send: 'sent' }, lw_manager: { send: 'sent' } },
  sent: {
    link_worker: senderUndecided,
    lw_manager: senderUndecided,
    group_reader: { ...readerUndecided, ask: 'info_needed', wait_list: 'waitlisted' },
    coordinator: { withdraw: 'withdrawn' },
    system: { expire: 'expired' },
  },
  info_needed: {
    link_worker: { ...senderUndecided, answer: 'sent' },
    lw_manager: { ...senderUndecided, answer: 'sent' },
    group_reader: { ...readerUndecided, wait_list: 'waitlisted' },
    coordinator: { withdraw: 'withdrawn' },
    system: { withdraw: 'withdrawn' },
  },
  waitlisted: {
    link_worker: { ...senderUndecided, keep_waiting: 'waitlisted' },
    lw_manager: { ...senderUndecided, keep_waiting: 'waitlisted' },
    group_reader: readerUndecided,
    coordinator: { withdraw: 'withdrawn' },
    system: { expire: 'expired' },
  },
  accepted: {
    link_worker: { ...underWay, ...afterYes },
    lw_manager: { ...underWay, ...afterYes },
    group_reader: { ...afterYes, hand_back: 'handed_back' },
    coordinator: { withdraw: 'withdrawn' },
  },
  started: {
    link_worker: { ...underWay, complete: 'completed' },
    lw_manager: { ...underWay, complete: 'completed' },
    group_reader: { complete: 'completed', hand_back: 'handed_back' },
    coordinator: { withdraw: 'withdrawn' },
    system: { complete: 'completed' },
  },
  handed_back: {
    link_worker: { record_new_owner: 'handed_to_clinician', return_to_group: 'accepted' },
    lw_manager: {
      record_new_owner: 'handed_to_clinician',
      return_to_group: 'accepted',
      withdraw: 'withdrawn',
    },
    group_reader: { return_to_group: 'accepted' },
  },
  completed: {},
  not_started: {},
  declined: {},
  withdrawn: {},
  expired: {},
  handed_to_clinician: {},
};

const cells = ReferralState.options.flatMap((state) =>
  DOERS.flatMap((doer) => ReferralAction.options.map((action) => ({ state, doer, action }))),
);

describe('every state, action and doer', () => {
  test.each(cells)('$state: $action by $doer', ({ state, doer, action }) => {
    const to = EXPECTED[state][doer]?.[action];
    const moved = move(aReferral({ state }), action, { doer });
    const legal = Object.keys(EXPECTED[state][doer] ?? {}).sort();
    if (to === undefined) {
      expect(moved).toMatchObject({ ok: false, refusal: { code: 'not_possible_now', current: { state } } });
      if (!moved.ok) expect([...(moved.refusal.legal ?? [])].sort()).toEqual(legal);
    } else {
      expect(moved).toMatchObject({ ok: true, value: { state: to } });
    }
    expect([...legalActions(state, doer)].sort()).toEqual(legal);
  });
});

describe('the table as a whole', () => {
  test('has seven live and six terminal states and every row of the founding table', () => {
    expect(LIVE_STATES).toHaveLength(7);
    expect(TERMINAL_STATES.size).toBe(6);
    expect([...new Set(MOVES.map(({ row }) => row))]).toEqual([...Array(17).keys()]);
  });

  test('lets no clock leave handed_back, by move or by timer', () => {
    const moves: readonly Move[] = MOVES;
    const byClock = moves.filter(({ by }) => by.includes('system'));
    expect(byClock.every(({ from }) => !from.includes('handed_back'))).toBe(true);
    const closing = ['expire', 'withdraw', 'complete_unknown'];
    const timers = TIMERS.filter(({ state }) => state === 'handed_back');
    expect(timers.every(({ action }) => !closing.includes(action))).toBe(true);
    expect(moves.some(({ from, to }) => from.includes('handed_back') && to === 'completed')).toBe(false);
  });

  test('leaves nothing that cannot end and ends nothing that goes on', () => {
    const moves: readonly Move[] = MOVES;
    for (const state of LIVE_STATES) expect(moves.some(({ from }) => from.includes(state))).toBe(true);
    for (const state of TERMINAL_STATES) expect(moves.some(({ from }) => from.includes(state))).toBe(false);
  });

  test('both sides have to agree before a referral handed back goes on', () => {
    const moves: readonly Move[] = MOVES;
    expect(moves.filter(({ bothSides }) => bothSides).map(({ action }) => action)).toEqual([
      'return_to_group',
    ]);
  });

  test('stands in the documentation as it is', async () => {
    await expect(lifecyclePage()).toMatchFileSnapshot('../../docs/referral-lifecycle.md');
  });
});
