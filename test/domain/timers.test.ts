import { describe, expect, test } from 'vitest';
import { dueAt, TIMERS, type Timer, timerAt } from '#functions/domain/referral/timers.ts';
import { addDays, instantOf } from '#shared/model/civil-time.ts';
import { ReferralState, TERMINAL_STATES } from '#shared/model/referral-state.ts';
import { closeOf } from '#shared/model/working-days.ts';
import { accepted, aReferral } from '#test/support/referral-builder.ts';

const SENT = '2026-12-21T09:00:00.000Z';

describe('when a referral is due', () => {
  test.each([
    ['sent', 'routine', '2026-12-30T17:00:00.000Z'],
    ['sent', 'time_sensitive', '2026-12-23T17:00:00.000Z'],
    ['info_needed', 'routine', '2026-12-24T17:00:00.000Z'],
    ['info_needed', 'time_sensitive', '2026-12-22T17:00:00.000Z'],
    ['waitlisted', 'routine', '2027-01-21T17:00:00.000Z'],
    ['waitlisted', 'time_sensitive', null],
    ['started', 'routine', '2027-02-01T17:00:00.000Z'],
    ['started', 'time_sensitive', '2027-02-01T17:00:00.000Z'],
    ['handed_back', 'routine', '2026-12-21T17:00:00.000Z'],
  ])('%s, %s', (state, priority, due) => {
    expect(dueAt(aReferral({ state, priority }), SENT, 'england')).toBe(due);
  });

  test('an accepted one is due on the day contact was promised', () => {
    expect(dueAt(aReferral({ state: 'accepted', accepted }), SENT, 'england')).toBe(
      '2026-11-24T17:00:00.000Z',
    );
  });

  test('in Scotland the second of January is no working day', () => {
    const referral = aReferral({ state: 'sent' });
    const since = '2025-12-29T09:00:00.000Z';
    expect(dueAt(referral, since, 'england')).toBe('2026-01-06T17:00:00.000Z');
    expect(dueAt(referral, since, 'scotland')).toBe('2026-01-07T17:00:00.000Z');
  });

  test('what has ended is never due', () => {
    for (const state of [...TERMINAL_STATES, 'draft', 'accepted'] as const) {
      expect(dueAt(aReferral({ state }), SENT, 'england')).toBeNull();
    }
  });

  test('due at five by the clock, in summer too', () => {
    expect(dueAt(aReferral({ state: 'sent' }), '2026-03-25T09:00:00.000Z', 'england')).toBe(
      '2026-04-01T16:00:00.000Z',
    );
  });
});

describe('the timers', () => {
  const timers: readonly Timer[] = TIMERS;
  const clock = { since: '2026-01-31T09:00:00.000Z', nation: 'england' } as const;
  const at = (timer: Timer, priority: 'routine' | 'time_sensitive') => timerAt(timer, { ...clock, priority });

  test('every live state that is sent has one', () => {
    const live = ReferralState.options.filter((state) => state !== 'draft' && !TERMINAL_STATES.has(state));
    expect(new Set(timers.map(({ state }) => state))).toEqual(new Set(live));
  });

  test('come in order within a state, and no later for what cannot wait', () => {
    for (const [index, timer] of timers.entries()) {
      const next = timers[index + 1];
      const routine = at(timer, 'routine') ?? '';
      expect(routine).not.toBe('');
      expect((at(timer, 'time_sensitive') ?? routine) <= routine).toBe(true);
      if (next?.state === timer.state && next.unless === timer.unless) {
        expect(routine <= (at(next, 'routine') ?? '')).toBe(true);
      }
    }
  });

  test('twelve months on from a day is the same day a year later', () => {
    const review = timers.find(({ action }) => action === 'coordinator_reviews');
    if (review === undefined) throw new Error('No review');
    expect(at(review, 'routine')).toBe(instantOf('2027-01-31', '17:00'));
  });

  test('the close of a day is five o’clock there', () => {
    expect(closeOf(addDays('2026-11-23', 1))).toBe('2026-11-24T17:00:00.000Z');
  });
});
