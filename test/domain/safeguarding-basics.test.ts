import { describe, expect, it } from 'vitest';
import { missingOf, type Said, standingAfter, statusAt } from '#functions/domain/safeguarding/basics.ts';
import { isCurrent } from '#functions/domain/safeguarding/receive.ts';
import { tierOf } from '#functions/domain/safeguarding/tier.ts';
import { DAY_LENGTH, later } from '#shared/model/civil-time.ts';
import type { SafeguardingStanding } from '#shared/model/safeguarding.ts';
import { DOINGS, SafeguardingAnswers } from '#shared/model/safeguarding-answers.ts';
import { allAnswers } from '#test/support/safeguarding-answers.ts';

const NOW = '2026-11-23T09:00:00.000Z';
const around = { readers: 1, nation: 'england' } as const;
const complete = SafeguardingAnswers.parse({
  ...allAnswers(NOW),
  policy: { kind: 'portal', reviewedOn: '2026-10-01' },
});
const saying = (change: Partial<SafeguardingAnswers> = {}, at = NOW): Said => {
  const answers = { ...complete, ...change };
  return { answers, answeredAt: Object.fromEntries(Object.keys(answers).map((one) => [one, at])) };
};
const without = (question: keyof SafeguardingAnswers): Said => {
  const said = saying();
  delete said.answers[question];
  return said;
};
const NEW: SafeguardingStanding = { status: 'answering', tier: 1, confirmedAt: null, validUntil: null };
const standingFor = (
  said: Said,
  before = NEW,
  now = NOW,
  own: Partial<Parameters<typeof standingAfter>[2]> = {},
) => standingAfter(before, said, { ...around, now, ...own });

describe('the tier', () => {
  it.each(Object.entries(DOINGS))('%s makes it %s', (one, tier) => {
    expect(tierOf([one as keyof typeof DOINGS])).toBe(tier);
  });
  it('is that of the riskiest thing a group does, and 1 when nothing applies', () => {
    expect(tierOf([])).toBe(1);
    expect(tierOf(['always_two', 'one_to_one'])).toBe(2);
    expect(tierOf(['one_to_one', 'homes', 'advice'])).toBe(3);
  });
});

describe('what is left of tier 1', () => {
  it('is nothing when all is answered, and each question by itself when it is not', () => {
    expect(missingOf(saying(), around, NOW)).toEqual([]);
    for (const question of [
      'does',
      'lead',
      'policy',
      'procedure',
      'numbers',
      'checks',
      'employs',
      'keeping',
      'limits',
    ] as const)
      expect(missingOf(without(question), around, NOW)).toEqual([question]);
  });
  it.each([
    ['procedure', { procedure: ['whom', 'how', 'record'] }],
    ['numbers', { numbers: { ...complete.numbers, known: ['danger'] } }],
    ['keeping', { keeping: ['own_login'] }],
    ['employs', { employs: { anybody: true, insuredUntil: null } }],
    ['employs', { employs: { anybody: true, insuredUntil: '2026-11-22' } }],
    ['policy', { policy: { kind: 'own', reviewedOn: '2025-11-23' } }],
    ['advice', { does: ['advice'] }],
    ['advice', { does: ['advice'], advice: { number: null } }],
  ])('is %s when that is not enough', (question, change) => {
    expect(missingOf(saying(SafeguardingAnswers.parse(change)), around, NOW)).toEqual([question]);
  });
  it('asks for somebody who reads referrals, and for no number where no advice is given', () => {
    expect(missingOf(saying(), { ...around, readers: 0 }, NOW)).toEqual(['keeping']);
    expect(missingOf(saying({ advice: { number: null } }), around, NOW)).toEqual([]);
  });
});

describe('the standing', () => {
  it('is confirmed by having nothing left, until the first answer is a year old', () => {
    expect(standingFor(saying())).toEqual({
      status: 'confirmed',
      tier: 1,
      confirmedAt: NOW,
      validUntil: '2027-09-30T23:00:00.000Z',
    });
    expect(standingFor(saying({ policy: { kind: 'own', reviewedOn: '2026-11-23' } })).validUntil).toBe(
      '2027-11-23T00:00:00.000Z',
    );
  });
  it('ends at a year to the second, over clock changes and the leap day', () => {
    const leap = '2028-02-29T12:00:00.000Z';
    const standing = standingFor(
      saying({ policy: { kind: 'own', reviewedOn: '2028-02-29' } }, leap),
      NEW,
      leap,
    );
    const end = standing.validUntil ?? '';
    expect(end).toBe('2029-02-28T00:00:00.000Z');
    expect(isCurrent(standing, later(end, -1000))).toBe(true);
    expect(isCurrent(standing, end)).toBe(false);
    expect(isCurrent(standing, later(end, 1000))).toBe(false);
  });
  it('follows the answers back: an answer that is no longer enough ends it, with the grace for what is under way', () => {
    const confirmed = standingFor(saying());
    const lost = standingFor(saying({ procedure: ['whom'] }), confirmed, '2026-12-01T10:00:00.000Z');
    expect(lost).toEqual({
      status: 'out_of_date',
      tier: 1,
      confirmedAt: NOW,
      validUntil: '2026-12-01T10:00:00.000Z',
    });
    expect(standingFor(saying(), lost, '2026-12-02T10:00:00.000Z').status).toBe('confirmed');
  });
  it('is never confirmed by these questions alone for a higher tier, nor outside England', () => {
    expect(standingFor(saying({ does: ['homes'] }))).toEqual({ ...NEW, tier: 3 });
    expect(standingFor(saying(), NEW, NOW, { nation: 'wales' }).status).toBe('answering');
  });
  it('stays paused while the coordinator has paused it', () => {
    const paused: SafeguardingStanding = { ...NEW, status: 'paused_by_coordinator' };
    expect(standingFor(saying(), paused).status).toBe('paused_by_coordinator');
  });
  it('is due soon for its last thirty days, and out of date from then on', () => {
    const standing = standingFor(saying());
    const end = standing.validUntil ?? '';
    expect(statusAt(standing, later(end, -31 * DAY_LENGTH))).toBe('confirmed');
    expect(statusAt(standing, later(end, -30 * DAY_LENGTH))).toBe('due_soon');
    expect(statusAt(standing, end)).toBe('out_of_date');
  });
});
