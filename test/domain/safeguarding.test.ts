import { describe, expect, test } from 'vitest';
import {
  type GroupStanding,
  inGrace,
  isCurrent,
  mayAccept,
  mayKeepReading,
  mayReceive,
} from '#functions/domain/safeguarding/receive.ts';
import { SafeguardingStatus } from '#shared/model/safeguarding.ts';

const NOW = '2026-11-23T09:00:00.000Z';
const standing = (change: object = {}, safeguarding: object = {}): GroupStanding => ({
  organization: 'checked',
  service: 'active',
  ...change,
  safeguarding: {
    status: 'confirmed',
    tier: 1,
    confirmedAt: '2026-01-01T09:00:00.000Z',
    validUntil: '2027-01-01T09:00:00.000Z',
    ...safeguarding,
  },
});
const until = (validUntil: string | null) => ({ validUntil });
const codeOf = (result: ReturnType<typeof mayReceive>) => (result.ok ? 'yes' : result.refusal.code);

describe('who may be sent to', () => {
  const TAKES = ['confirmed', 'confirmed_with_actions', 'due_soon'];
  test.each(SafeguardingStatus.options)('%s', (status) => {
    const expected = TAKES.includes(status) ? 'yes' : 'safeguarding_lapsed';
    expect(codeOf(mayReceive(standing({}, { status }), NOW, 'england'))).toBe(expected);
  });
  test.each([
    ['an unverified group', { organization: 'unverified' }, {}],
    ['a suspended group', { organization: 'suspended' }, {}],
    ['a closed group', { organization: 'closed' }, {}],
    ['an activity closed for a while', { service: 'temporarily_closed' }, {}],
    ['an activity that has ended', { service: 'closed' }, {}],
    ['a tier that is listing only', {}, { tier: 0 }],
  ])('%s is not', (_, change, safeguarding) => {
    expect(codeOf(mayReceive(standing(change, safeguarding), NOW, 'england'))).toBe('not_referable');
  });
  test.each(['wales', 'scotland', 'northern_ireland'] as const)(
    'nobody is in %s until its questions exist',
    (nation) => {
      expect(codeOf(mayReceive(standing(), NOW, nation))).toBe('not_referable');
    },
  );
  test.each([
    ['a second before it runs out', '2026-11-23T09:00:01.000Z', 'yes'],
    ['the moment it runs out', NOW, 'safeguarding_lapsed'],
    ['a second after', '2026-11-23T08:59:59.000Z', 'safeguarding_lapsed'],
    ['without a date', null, 'safeguarding_lapsed'],
  ])('%s, whatever the status says', (_, validUntil, expected) => {
    expect(codeOf(mayReceive(standing({}, until(validUntil)), NOW, 'england'))).toBe(expected);
  });
});

describe('who may say yes to what it was sent', () => {
  test('a checked group with basics current, even where the activity has closed since', () => {
    expect(mayAccept(standing({ service: 'closed' }), NOW)).toEqual({ ok: true, value: true });
  });
  test.each([
    standing({ organization: 'suspended' }),
    standing({}, until(NOW)),
    standing({}, { status: 'out_of_date' }),
  ])('nobody else', (other) => {
    expect(mayAccept(other, NOW)).toEqual({ ok: false, refusal: { code: 'safeguarding_lapsed' } });
  });
});

describe('grace', () => {
  test.each([
    ['while current', 'confirmed', '2027-01-01T09:00:00.000Z', true],
    ['29 days after', 'confirmed', '2026-10-25T09:00:00.000Z', true],
    ['30 days after', 'confirmed', '2026-10-24T09:00:00.000Z', false],
    ['out of date, within 30 days', 'out_of_date', '2026-11-01T09:00:00.000Z', true],
    ['paused by the coordinator', 'paused_by_coordinator', '2027-01-01T09:00:00.000Z', false],
    ['taken back by the group, within 30 days', 'withdrawn_by_group', '2026-11-01T09:00:00.000Z', true],
    ['taken back by the group, 30 days after', 'withdrawn_by_group', '2026-10-24T09:00:00.000Z', false],
    ['without a date', 'confirmed', null, false],
  ] as const)('%s', (_, status, validUntil, expected) => {
    const { safeguarding } = standing({}, { status, validUntil });
    expect(inGrace(safeguarding, NOW)).toBe(expected);
    expect(mayKeepReading({ ...standing(), safeguarding }, NOW)).toBe(expected);
  });
  test('a suspended group reads nothing more', () => {
    expect(mayKeepReading(standing({ organization: 'suspended' }), NOW)).toBe(false);
  });
  test('what is current is in grace', () => {
    for (const status of SafeguardingStatus.options) {
      const { safeguarding } = standing({}, { status });
      if (isCurrent(safeguarding, NOW)) expect(inGrace(safeguarding, NOW)).toBe(true);
    }
  });
});
