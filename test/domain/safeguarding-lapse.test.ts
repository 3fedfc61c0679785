import { describe, expect, it } from 'vitest';
import type { Said } from '#functions/domain/safeguarding/basics.ts';
import { pause, renew, resume, takeBack } from '#functions/domain/safeguarding/hold.ts';
import { daysLeftAt, daysToTell, hasJustEnded, lastMorning } from '#functions/domain/safeguarding/lapse.ts';
import { inGrace, isCurrent } from '#functions/domain/safeguarding/receive.ts';
import { addDays, DAY_LENGTH, dayOf, instantOf, later } from '#shared/model/civil-time.ts';
import type { SafeguardingStanding } from '#shared/model/safeguarding.ts';
import { SafeguardingAnswers } from '#shared/model/safeguarding-answers.ts';
import { allAnswers } from '#test/support/safeguarding-answers.ts';

const NOW = '2026-11-23T09:00:00.000Z';
const around = { readers: 1, nation: 'england' } as const;
const confirmedUntil = (validUntil: string): SafeguardingStanding => ({
  status: 'confirmed',
  tier: 1,
  confirmedAt: '2026-01-05T09:00:00.000Z',
  validUntil,
});
const saidAt = (at: string): Said => {
  const answers = SafeguardingAnswers.parse(allAnswers(at));
  return { answers, answeredAt: Object.fromEntries(Object.keys(answers).map((one) => [one, at])) };
};

/** What a group is told on each of so many mornings before its last day. */
function toldOver(lastDay: string): [number, number][] {
  const standing = confirmedUntil(instantOf(lastDay, '00:00'));
  return Array.from({ length: 80 }, (_, index) => 70 - index).flatMap((days): [number, number][] => {
    const now = instantOf(addDays(lastDay, -days), '09:00');
    const after = instantOf(addDays(lastDay, -days - 1), '09:00');
    const told = daysToTell(standing, { after, now });
    return told === undefined ? [] : [[days, told]];
  });
}

describe('reminders before answers run out', () => {
  it.each(['2027-03-01', '2027-03-29', '2027-11-01', '2028-03-01'])(
    'come 60, 30, 14, 7 days and one before %s, and on the day, each once, over clock changes and leap days',
    (lastDay) => {
      expect(toldOver(lastDay)).toEqual([60, 30, 14, 7, 1, 0].map((days) => [days, days]));
    },
  );
  it('tell the nearest step alone when several mornings were missed', () => {
    const standing = confirmedUntil('2026-12-01T00:00:00.000Z');
    expect(daysToTell(standing, { after: later(NOW, -40 * DAY_LENGTH), now: later(NOW, DAY_LENGTH) })).toBe(
      7,
    );
  });
  it('are not for a group that took its word back, is paused, or has not confirmed', () => {
    const looking = { after: later(NOW, -DAY_LENGTH), now: NOW };
    const soon = confirmedUntil('2026-11-30T00:00:00.000Z');
    expect(daysToTell(soon, looking)).toBe(7);
    for (const status of ['withdrawn_by_group', 'paused_by_coordinator', 'answering', 'out_of_date'] as const)
      expect(daysToTell({ ...soon, status }, looking)).toBeUndefined();
    expect(daysToTell({ ...soon, validUntil: null }, looking)).toBeUndefined();
  });
  it('wait until nine in the morning, in summer too', () => {
    expect(lastMorning('2026-07-01T07:59:59.000Z')).toBe('2026-06-30T08:00:00.000Z');
    expect(lastMorning('2026-07-01T08:00:00.000Z')).toBe('2026-07-01T08:00:00.000Z');
    expect(lastMorning('2026-11-23T08:59:59.000Z')).toBe('2026-11-22T09:00:00.000Z');
  });
  it('say how many days are left to whoever is asked for room anyway', () => {
    const left = (days: number) => daysLeftAt(confirmedUntil(later(NOW, days * DAY_LENGTH)), NOW);
    expect([61, 60, 12, 0, -5].map(left)).toEqual([undefined, 60, 12, 0, 0]);
  });
});

describe('taking a confirmation back', () => {
  const before = { standing: confirmedUntil('2027-06-01T00:00:00.000Z'), said: saidAt(NOW), around };
  it('ends referrals at once, and leaves what is accepted its 30 days', () => {
    const held = takeBack(before, NOW);
    if (!held.ok) throw new Error('refused');
    const { safeguarding } = held.value;
    expect(safeguarding).toMatchObject({ status: 'withdrawn_by_group', validUntil: NOW });
    expect(isCurrent(safeguarding, NOW)).toBe(false);
    expect(inGrace(safeguarding, later(NOW, 30 * DAY_LENGTH - 1000))).toBe(true);
    expect(inGrace(safeguarding, later(NOW, 30 * DAY_LENGTH))).toBe(false);
    expect(hasJustEnded(safeguarding, { after: later(NOW, -1000), now: later(NOW, 1000) })).toBe(true);
  });
  it('is refused where nothing was confirmed, and the second time', () => {
    const never = { ...before.standing, confirmedAt: null };
    expect(takeBack({ ...before, standing: never }, NOW).ok).toBe(false);
    const again = { ...before.standing, status: 'withdrawn_by_group' } as const;
    expect(takeBack({ ...before, standing: again }, NOW).ok).toBe(false);
  });
});

describe('a coordinator’s pause', () => {
  const before = { standing: confirmedUntil('2027-06-01T00:00:00.000Z'), said: saidAt(NOW), around };
  it('ends what is accepted too, and its end brings back what the answers say, confirmed when the group did', () => {
    const paused = pause(before, NOW);
    if (!paused.ok) throw new Error('refused');
    expect(inGrace(paused.value.safeguarding, NOW)).toBe(false);
    expect(pause({ ...before, standing: paused.value.safeguarding }, NOW).ok).toBe(false);
    const ended = resume({ ...before, standing: paused.value.safeguarding }, later(NOW, DAY_LENGTH));
    if (!ended.ok) throw new Error('refused');
    expect(ended.value.safeguarding).toMatchObject({
      status: 'confirmed',
      confirmedAt: before.standing.confirmedAt,
    });
    expect(isCurrent(ended.value.safeguarding, later(NOW, DAY_LENGTH))).toBe(true);
  });
  it('cannot be renewed away by the group', () => {
    const paused = { ...before.standing, status: 'paused_by_coordinator' } as const;
    const given = { policyReviewedOn: '2026-11-01', insuredUntil: null };
    expect(renew({ ...before, standing: paused }, given, NOW).ok).toBe(false);
  });
});

describe('renewing', () => {
  const old = saidAt('2025-11-20T09:00:00.000Z');
  const lapsed = { standing: confirmedUntil('2026-11-20T00:00:00.000Z'), said: old, around };
  const given = { policyReviewedOn: '2026-11-01', insuredUntil: null };
  it('confirms all answers for another year, also after they were taken back', () => {
    for (const status of ['confirmed', 'withdrawn_by_group', 'out_of_date'] as const) {
      const held = renew({ ...lapsed, standing: { ...lapsed.standing, status } }, given, NOW);
      if (!held.ok) throw new Error('refused');
      expect(held.value.safeguarding).toMatchObject({ status: 'confirmed', confirmedAt: NOW });
      expect(dayOf(held.value.safeguarding.validUntil ?? '')).toBe('2027-11-01');
    }
  });
  it.each([
    ['a day to come', { policyReviewedOn: '2026-11-24', insuredUntil: null }, 'policyReviewedOn'],
    ['a year ago', { policyReviewedOn: '2025-11-23', insuredUntil: null }, 'policyReviewedOn'],
  ])('refuses a policy looked at %s, at its field', (_, dates, id) => {
    const refused = renew(lapsed, dates, NOW);
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'invalid', fields: [{ id }] } });
  });
  it('asks an employer for insurance that is in date', () => {
    const answers = { ...old.answers, employs: { anybody: true, insuredUntil: '2026-01-01' } };
    const employer = { ...lapsed, said: { ...old, answers } };
    expect(renew(employer, { ...given, insuredUntil: '2026-11-23' }, NOW)).toMatchObject({
      ok: false,
      refusal: { fields: [{ id: 'insuredUntil' }] },
    });
    expect(renew(employer, { ...given, insuredUntil: '2027-02-01' }, NOW).ok).toBe(true);
  });
  it('is not possible while a question is open', () => {
    const { lead: _, ...answers } = old.answers;
    expect(renew({ ...lapsed, said: { ...old, answers } }, given, NOW)).toMatchObject({
      refusal: { code: 'not_possible_now' },
    });
  });
});
