import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isClosed, isVerified } from '#functions/domain/grant/in-time.ts';
import { recheckDue } from '#functions/domain/grant/recheck.ts';
import { lapseTasks } from '#functions/domain/moderation/lapses.ts';
import { comesBack, mayWaitUntil } from '#functions/domain/moderation/waiting.ts';
import { GrantStatus } from '#shared/model/grant.ts';
import { Organization } from '#shared/model/organization.ts';
import { QueueKind, TaskId, TaskKind } from '#shared/model/task.ts';
import { OUTCOMES } from '#shared/model/task-outcomes.ts';

const FRIDAY = '2026-11-27T14:00:00.000Z';
const day = fc
  .integer({ min: -400, max: 400 })
  .map((days) => new Date(Date.parse('2026-11-23T12:00:00.000Z') + days * 86_400_000).toISOString());
const dayOnly = day.map((at) => at.slice(0, 10));

describe('when a fund has to be looked at again', () => {
  it('is exactly from when it counts as unverified or closed, whatever its dates', () => {
    fc.assert(
      fc.property(
        fc.record({
          status: fc.constantFrom('published' as const, 'unverified' as const),
          sourceCheckedAt: day,
          lastChangedAt: day,
          openFrom: fc.option(dayOnly),
          closesAt: fc.option(day),
          rounds: fc.array(dayOnly, { maxLength: 3 }),
          decisionWeeks: fc.constant(null),
          applyAtLeastWeeksBefore: fc.constant(null),
        }),
        day,
        (fund, later) => {
          // Nobody looks at a fund before it was last compared or changed.
          const now = [fund.sourceCheckedAt, fund.lastChangedAt, later].sort().at(-1) ?? later;
          const due = recheckDue(fund);
          expect(due !== null && due.at <= now).toBe(!isVerified(fund, now) || isClosed(fund, now));
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('is never for what nobody is shown', () => {
    for (const status of GrantStatus.options.filter((one) => one === 'draft' || one === 'withdrawn')) {
      const dates = { sourceCheckedAt: FRIDAY, lastChangedAt: FRIDAY, openFrom: null, closesAt: FRIDAY };
      expect(recheckDue({ status, ...dates, rounds: [] })).toBeNull();
    }
  });
});

describe('how long something may wait', () => {
  it('is until the close of a working day, a hand-back the same day', () => {
    expect(mayWaitUntil('unowned', FRIDAY, 'england')).toBe('2026-11-27T17:00:00.000Z');
    expect(mayWaitUntil('silence', FRIDAY, 'england')).toBe('2026-11-30T17:00:00.000Z');
    expect(mayWaitUntil('lapsed', FRIDAY, 'england')).toBe('2026-12-01T17:00:00.000Z');
  });

  it('is longer, never shorter, for what does less harm when it is left', () => {
    const until = QueueKind.options.map((kind) => mayWaitUntil(kind, FRIDAY, 'england'));
    expect(until).toEqual(until.toSorted());
  });
});

describe('what comes back', () => {
  it('is whatever was not reached, on the next working day', () => {
    for (const kind of TaskKind.options.filter((one) => one !== 'gap'))
      expect(comesBack({ kind, outcome: 'not_reached' }, FRIDAY, 'england')).toBe('2026-11-30T09:00:00.000Z');
  });

  it('is a hand-back until somebody is recorded as its owner, whatever a coordinator says', () => {
    for (const outcome of OUTCOMES.unowned)
      expect(comesBack({ kind: 'unowned', outcome }, FRIDAY, 'england')).not.toBeNull();
  });

  it('is a promise to renew what has run out, after a week; nothing else', () => {
    const will = 'will_renew';
    expect(comesBack({ kind: 'lapsed', outcome: will }, FRIDAY, 'england')).toBe('2026-12-04T09:00:00.000Z');
    expect(comesBack({ kind: 'lapsing', outcome: will }, FRIDAY, 'england')).toBeNull();
    for (const outcome of OUTCOMES.gap)
      expect(comesBack({ kind: 'gap', outcome }, FRIDAY, 'england')).toBeNull();
  });
});

describe('the tasks about the day basics run out', () => {
  const group = (change: object, standing: object = {}) =>
    Organization.parse({
      id: '6f1f8a1c-7c8e-4c39-9a6a-0d7a4f6b2c11',
      area: 'manchester',
      name: 'Marigold Corner',
      description: '',
      legalForm: 'charity',
      charityNumber: null,
      website: null,
      phone: { number: '0161 496 0150', bestTimes: '', shownTo: 'public' },
      email: null,
      status: 'checked',
      checkedAt: FRIDAY,
      lastReviewedAt: FRIDAY,
      safeguarding: { status: 'confirmed', tier: 1, confirmedAt: FRIDAY, validUntil: FRIDAY, ...standing },
      services: [],
      ...change,
    });

  it('are one from fourteen days before, and one from the day itself', () => {
    expect(lapseTasks(group({})).map(({ kind, from }) => [kind, from])).toEqual([
      ['lapsing', '2026-11-13T14:00:00.000Z'],
      ['lapsed', FRIDAY],
    ]);
    for (const { id } of lapseTasks(group({}))) expect(TaskId.safeParse(id).success).toBe(true);
  });

  it('are none for a group that is not listed, or that a coordinator paused', () => {
    expect(lapseTasks(group({ status: 'suspended' }))).toEqual([]);
    expect(lapseTasks(group({}, { status: 'paused_by_coordinator' }))).toEqual([]);
    expect(lapseTasks(group({}, { status: 'withdrawn_by_group' }))).toHaveLength(2);
  });
});
