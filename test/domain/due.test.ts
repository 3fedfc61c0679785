import { describe, expect, it } from 'vitest';
import { dueWork, lastClose, pausedDays } from '#functions/domain/referral/due.ts';
import { addDays } from '#shared/model/civil-time.ts';
import type { Referral } from '#shared/model/referral.ts';
import { closeOf } from '#shared/model/working-days.ts';
import { accepted, aReferral, IDS } from '#test/support/referral-builder.ts';

/** What each close of day brings, from the day it was sent for so many days. */
function diary(referral: Referral, days: number, opened = false): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  for (let count = 0; count <= days; count += 1) {
    const day = addDays('2026-11-16', count);
    const now = closeOf(day);
    const after = closeOf(addDays(day, -1));
    const due = dueWork(referral, { after, now, opened, nation: 'england' });
    const end = due.find((work) => work.kind === 'end');
    if (end !== undefined) return { ...found, [day]: [end.action] };
    if (due.length > 0) found[day] = due.flatMap((work) => (work.kind === 'tell' ? [work.code] : []));
  }
  return found;
}

const by = { by: IDS.reader, byName: 'Idris Vale' };

describe('a referral that nobody answers', () => {
  it('is spoken of on working days 2, 5, 7 and 9 and ends on the tenth', () => {
    expect(diary(aReferral(), 20)).toEqual({
      '2026-11-18': ['nudge_readers'],
      '2026-11-23': ['nudge_group_lead'],
      '2026-11-25': ['tell_sender_with_alternatives'],
      '2026-11-27': ['coordinator_rings'],
      '2026-11-30': ['expire'],
    });
  });

  it('is not nudged for being unread once somebody has looked', () => {
    expect(diary(aReferral(), 4, true)).toEqual({});
  });

  it('has half the time when it cannot wait', () => {
    expect(diary(aReferral({ priority: 'time_sensitive' }), 20)).toEqual({
      '2026-11-17': ['nudge_readers'],
      '2026-11-18': ['nudge_group_lead'],
      '2026-11-19': ['tell_sender_with_alternatives'],
      '2026-11-20': ['coordinator_rings'],
      '2026-11-23': ['expire'],
    });
  });

  it('has its clock stand still while it waits for an answer', () => {
    const asked = { ...by, at: '2026-11-17T10:00:00.000Z', text: 'Stairs?' };
    const answered = { ...by, at: '2026-11-20T10:00:00.000Z', text: 'None' };
    const referral = aReferral({ questions: [{ asked, answered }] });
    expect(pausedDays(referral, 'england')).toBe(3);
    expect(Object.keys(diary(referral, 30, true)).at(-1)).toBe('2026-12-03');
  });

  it('ends on the first look after days on which nobody looked, and then tells nobody of days gone by', () => {
    const facts = { after: '2026-11-16T17:00:00.000Z', opened: false, nation: 'england' } as const;
    expect(dueWork(aReferral(), { ...facts, now: '2027-01-10T09:00:00.000Z' })).toEqual([
      { kind: 'end', action: 'expire' },
    ]);
  });
});

describe('a referral that started', () => {
  const referral = aReferral({
    state: 'started',
    accepted,
    started: { ...by, at: '2026-11-16T10:00:00.000Z', on: '2026-11-16' },
  });
  it('is asked after in weeks 6 and 10 and closes as unknown in week 13', () => {
    expect(diary(referral, 120)).toEqual({
      '2026-12-28': ['ask_outcome'],
      '2027-01-25': ['ask_outcome'],
      '2027-02-15': ['complete'],
    });
  });
});

describe('a referral that was handed back', () => {
  const referral = aReferral({
    state: 'handed_back',
    handedBack: {
      ...by,
      at: '2026-11-16T10:00:00.000Z',
      from: 'started',
      kind: 'harm_to_self',
      immediateDanger: false,
      called: null,
      personAware: 'yes',
      note: null,
    },
  });
  it('is never ended by the clock, and is spoken of every day until somebody has taken over', () => {
    const days = Object.entries(diary(referral, 400));
    expect(days.flatMap(([, codes]) => codes)).not.toContain('withdraw');
    expect(days.slice(-380).every(([, codes]) => codes.join() === 'tell_safeguarding_lead')).toBe(true);
    expect(days.length).toBeGreaterThan(398);
  });
});

it('the last close of a day is today’s from five o’clock', () => {
  expect(lastClose('2026-11-23T17:00:00.000Z')).toBe('2026-11-23T17:00:00.000Z');
  expect(lastClose('2026-11-23T16:59:59.000Z')).toBe('2026-11-22T17:00:00.000Z');
  expect(lastClose('2026-07-01T16:00:00.000Z')).toBe('2026-07-01T16:00:00.000Z');
});
