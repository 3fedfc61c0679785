import { describe, expect, it } from 'vitest';
import { blockOf, checkOf, type ProgressFacts, stepsOf } from '#functions/domain/group/progress.ts';

const NOTHING: ProgressFacts = {
  status: 'unverified',
  registration: 'confirmed',
  standing: { status: 'not_started', tier: 0, confirmedAt: null, validUntil: null },
  inEngland: true,
  isLive: true,
  questionsLeft: 8,
  readers: 0,
  isReaderAsked: false,
  hasPhone: false,
  running: 0,
  withRoom: 0,
};
const ALL: ProgressFacts = {
  ...NOTHING,
  status: 'checked',
  registration: 'checked',
  questionsLeft: 0,
  readers: 1,
  hasPhone: true,
  running: 2,
  withRoom: 2,
};
const statesOf = (facts: Partial<ProgressFacts>, from = ALL) =>
  Object.fromEntries(stepsOf({ ...from, ...facts }).map(({ step, state }) => [step, state]));

describe('the way of a group to its first referral', () => {
  it('begins with everything to do but the check, which somebody else has', () => {
    expect(statesOf({}, NOTHING)).toEqual({
      check: 'waiting',
      basics: 'to_do',
      phone: 'to_do',
      activity: 'to_do',
      room: 'to_do',
      reader: 'to_do',
    });
  });

  it('ends with everything done', () => {
    expect([...new Set(Object.values(statesOf({})))]).toEqual(['done']);
  });

  it.each([
    ['basics', { questionsLeft: 1 }],
    ['phone', { hasPhone: false }],
    ['activity', { running: 0, withRoom: 0 }],
    ['room', { withRoom: 1 }],
    ['reader', { readers: 0 }],
    ['check', { status: 'unverified', registration: 'returned' }],
  ] as const)('has %s to do again when that is what is wanting', (step, facts) => {
    expect(statesOf(facts)[step]).toBe('to_do');
  });

  it('waits for a reader who was asked and has not come, and no longer once somebody reads', () => {
    expect(statesOf({ readers: 0, isReaderAsked: true })['reader']).toBe('waiting');
    expect(statesOf({ readers: 1, isReaderAsked: true })['reader']).toBe('done');
  });

  it('needs no phone and no word on room: without them a link worker rings, or asks', () => {
    expect(
      stepsOf(NOTHING)
        .filter(({ isNeeded }) => !isNeeded)
        .map(({ step }) => step),
    ).toEqual(['phone', 'room']);
  });
});

describe('what a coordinator has said of a group', () => {
  it.each([
    [{ status: 'checked', registration: 'returned' }, 'checked'],
    [{ status: 'unverified', registration: 'returned' }, 'returned'],
    [{ status: 'unverified', registration: undefined }, 'waiting'],
    [{ status: 'suspended', registration: 'checked' }, 'stopped'],
    [{ status: 'closed', registration: undefined }, 'stopped'],
  ] as const)('%o is %s', (facts, check) => {
    expect(checkOf({ ...ALL, ...facts })).toBe(check);
  });

  it('and the nation or the tier may keep referrals away, the gravest named first', () => {
    const paused = { ...ALL.standing, status: 'paused_by_coordinator' } as const;
    expect(blockOf({ ...ALL, standing: { ...paused, tier: 3 } })).toBe('paused');
    expect(blockOf({ ...ALL, standing: { ...ALL.standing, tier: 2 } })).toBe('higher_tier');
    expect(blockOf({ ...ALL, standing: paused, inEngland: false })).toBe('not_england');
    expect(blockOf({ ...ALL, status: 'suspended', inEngland: false })).toBe('stopped');
    expect(blockOf({ ...ALL, standing: { ...ALL.standing, tier: 2 }, isLive: false })).toBe('higher_tier');
    expect(blockOf({ ...ALL, isLive: false })).toBe('not_live');
    expect(blockOf({ ...ALL, standing: { ...ALL.standing, tier: 1 } })).toBeNull();
  });
});
