import { describe, expect, test } from 'vitest';
import { dueWork, endsAt } from '#functions/domain/referral/due.ts';
import { keepWaiting } from '#functions/domain/referral/wait-list.ts';
import { urgencyOf, waitsFor } from '#functions/domain/referral/waiting.ts';
import { DAY_LENGTH, later } from '#shared/model/civil-time.ts';
import type { Referral } from '#shared/model/referral.ts';
import { aReferral } from '#test/support/referral-builder.ts';

const DUE = '2026-11-23T17:00:00.000Z';
const before = '2026-11-23T16:59:59.000Z';
const act = { at: '2026-11-20T09:00:00.000Z', by: 'system', byName: '' } as const;

describe('what waits for whom', () => {
  test.each([
    ['sent', 'reader', 'decide', 'decide'],
    ['sent', 'sender', null, 'no_answer'],
    ['info_needed', 'sender', 'answer', 'answer'],
    ['info_needed', 'reader', null, null],
    ['waitlisted', 'reader', null, 'decide_waiting'],
    ['waitlisted', 'sender', null, 'still_waiting'],
    ['accepted', 'reader', null, 'first_visit'],
    ['accepted', 'sender', null, 'first_visit'],
    ['started', 'reader', null, 'outcome'],
    ['handed_back', 'sender', 'find_owner', 'find_owner'],
    ['handed_back', 'reader', null, null],
    ['completed', 'sender', null, null],
    ['declined', 'sender', 'find_elsewhere', 'find_elsewhere'],
    ['declined', 'reader', null, null],
  ] as const)('%s, %s: before it is due %s, then %s', (state, side, early, late) => {
    const referral = aReferral({ state, dueAt: DUE });
    expect(waitsFor(referral, side, before)).toBe(early);
    expect(waitsFor(referral, side, DUE)).toBe(late);
    expect(waitsFor({ ...referral, dueAt: null }, side, DUE)).toBe(early);
  });

  test('one side says that it can go on: the other has to say so, and nobody else', () => {
    const handedBack: NonNullable<Referral['handedBack']> = {
      ...act,
      from: 'accepted',
      kind: 'other',
      immediateDanger: false,
      called: null,
      personAware: 'yes',
      note: null,
      returning: { ...act, side: 'sender', note: 'With help' },
    };
    const referral = aReferral({ state: 'handed_back', handedBack });
    expect(waitsFor(referral, 'reader', before)).toBe('agree_return');
    expect(waitsFor(referral, 'sender', before)).toBe('find_owner');
  });
});

describe('the order of a list', () => {
  const order = (side: 'sender' | 'reader', ...given: readonly Partial<Referral>[]) =>
    given
      .map((change, at) => ({ at, key: urgencyOf(aReferral(change), side, DUE) }))
      .toSorted((a, b) => (a.key < b.key ? -1 : 1))
      .map(({ at }) => at);
  const day = (days: number) => later(DUE, days * DAY_LENGTH);

  test('puts who was handed back first, then who cannot wait, then the day that came first, then what waits for nobody', () => {
    expect(
      order(
        'sender',
        { state: 'sent', dueAt: day(3) },
        { state: 'sent', dueAt: day(-1) },
        { state: 'sent', dueAt: day(-4) },
        { state: 'info_needed', dueAt: day(2), priority: 'time_sensitive' },
        { state: 'handed_back', dueAt: DUE },
        { state: 'accepted', dueAt: null },
      ),
    ).toEqual([4, 3, 2, 1, 0, 5]);
  });

  test('counts the day of a no as the day since when somebody has nobody', () => {
    const declined = { ...act, reason: 'other', declinedBy: 'group', comment: 'x' } as const;
    expect(
      order(
        'sender',
        { state: 'sent', dueAt: day(-1) },
        { state: 'declined', declined: { ...declined, at: day(-3) }, dueAt: null },
        { state: 'sent', dueAt: day(-5) },
      ),
    ).toEqual([2, 1, 0]);
  });

  test('of one day puts the newest first', () => {
    expect(order('reader', { sentAt: day(-2), dueAt: DUE }, { sentAt: day(-1), dueAt: DUE })).toEqual([1, 0]);
  });
});

describe('when it ends by itself', () => {
  test('is the moment the clock ends it, and not a moment earlier', () => {
    const referral = aReferral({ state: 'sent', sentAt: '2026-11-23T09:00:00.000Z' });
    const end = endsAt(referral, 'england');
    expect(end).toBe('2026-12-07T17:00:00.000Z');
    const facts = { after: referral.sentAt, opened: true, nation: 'england' } as const;
    const ends = (now: string) => dueWork(referral, { ...facts, now }).some(({ kind }) => kind === 'end');
    expect(ends(later(end ?? '', -1000))).toBe(false);
    expect(ends(end ?? '')).toBe(true);
  });

  test('is never for what was handed back or accepted', () => {
    for (const state of ['handed_back', 'accepted', 'completed'] as const)
      expect(endsAt(aReferral({ state }), 'england')).toBeNull();
  });
});

describe('a place on a waiting list', () => {
  const waiting = {
    at: '2026-10-26T10:00:00.000Z',
    by: 'system',
    byName: 'Idris Vale',
    month: '2026-12',
  } as const;
  const listed = aReferral({ state: 'waitlisted', waiting, dueAt: '2026-11-23T17:00:00.000Z' });
  const acting = {
    userId: 'system',
    name: 'Tomasz Reed',
    doer: 'link_worker',
    at: '2026-11-24T10:00:00.000Z',
    nation: 'england',
  } as const;
  const due = (referral: Referral, now: string) =>
    dueWork(referral, { after: later(now, -DAY_LENGTH), now, opened: true, nation: 'england' });

  test('is kept by the link worker’s word: what would have ended goes on, and its clock starts anew', () => {
    const evening = '2026-11-30T17:00:00.000Z';
    expect(due(listed, evening)).toEqual([{ kind: 'end', action: 'expire' }]);
    const kept = keepWaiting(listed, {}, acting);
    if (!kept.ok) throw new Error(kept.refusal.code);
    const { next, event, place } = kept.value;
    expect([next.state, next.waiting?.month, event.type, place]).toEqual([
      'waitlisted',
      '2026-12',
      'referral.kept_waiting',
      'keep',
    ]);
    expect(due(next, evening)).toEqual([]);
    expect(next.dueAt).toBe('2026-12-22T17:00:00.000Z');
    expect(endsAt(next, 'england')).toBe('2026-12-31T17:00:00.000Z');
  });

  test('is not the group’s to keep', () => {
    expect(keepWaiting(listed, {}, { ...acting, doer: 'group_reader' })).toMatchObject({ ok: false });
  });
});
