import { describe, expect, it } from 'vitest';
import { referralDecline } from '#shared/api/referral-moves.ts';
import { referralCreate } from '#shared/api/referrals.ts';
import { referProblems } from '#shared/text/en/refer.ts';
import { lookAtReferral } from '../../site/src/islands/refer/look-at-referral.ts';
import { type Fixed, readReferral } from '../../site/src/islands/refer/read-referral.ts';
import { contract } from '../../site/src/lib/contract.ts';
import { judge } from '../../site/src/lib/form.ts';
import { day } from '../../site/src/lib/form-data.ts';
import { lookForDetails } from '../../site/src/lib/look.ts';

const fixed: Fixed = {
  serviceId: '0f8fad5b-d9cb-469f-a165-70867728950e',
  wordingVersion: 'introduction-1',
  today: '2026-11-23',
  wards: [{ code: 'E05011377', name: 'Rusholme', council: 'E08000003' }],
};

/** The referral form as somebody filled it in. */
function filled(more: Record<string, string> = {}): FormData {
  const data = new FormData();
  const answers = {
    stopPanelPassed: 'yes',
    exclusionsRead: 'yes',
    needs: 'company',
    ward: 'E05011377',
    'ward-postcode': 'M14 5RL',
    preferredName: ' Canary Wren ',
    channel: 'phone',
    phone: '07700 900123',
    email: 'left@behind.example',
    how: 'by_phone',
    givenBy: 'person',
    'agreed-when': 'today',
    origin: 'general_practice',
    wouldLike: '',
    label: '',
    safeContactNote: '',
    surname: '',
    ...more,
  };
  for (const [name, value] of Object.entries(answers)) data.set(name, value);
  return data;
}

const form = {
  read: (data: FormData) => readReferral(data, fixed),
  look: (
    given: Parameters<typeof lookAtReferral>[0],
    data: FormData,
    look: Parameters<typeof lookAtReferral>[2]['lookForDetails'],
  ) => lookAtReferral(given, data, { today: fixed.today, lookForDetails: look }),
};
const judged = (data: FormData) => judge<typeof referralCreate>(form, contract(referralCreate), data);

describe('the referral form', () => {
  it('becomes the request of the API: one channel, the ward, and never the postcode', () => {
    const result = judged(filled());
    expect(result).toMatchObject({
      ok: true,
      value: {
        ward: 'E05011377',
        wardName: 'Rusholme',
        council: 'E08000003',
        priority: 'routine',
        wouldLike: null,
        person: {
          preferredName: 'Canary Wren',
          surname: null,
          channel: { kind: 'phone', phone: '07700 900123' },
        },
        agreement: { agreedOn: '2026-11-23', wordingVersion: 'introduction-1' },
      },
    });
    expect(JSON.stringify(result)).not.toMatch(/M14|behind/);
  });

  it('says one sentence for each answer that is missing, none for what the ward decides', () => {
    const result = judged(new FormData());
    const ids = result.ok ? [] : result.problems.map(({ id }) => id);
    expect(ids).toEqual([
      'needs',
      'ward',
      'origin',
      'person-preferredName',
      'person-channel-kind',
      'agreement-how',
      'stopPanelPassed',
      'exclusionsRead',
    ]);
    const texts = result.ok ? [] : result.problems.map(({ text }) => text);
    for (const text of texts) expect(text).not.toMatch(/invalid|please/i);
  });

  it('takes one tick for an agreement by phone today', () => {
    const answers = filled({ agreed: 'yes' });
    for (const name of ['how', 'givenBy', 'agreed-when']) answers.delete(name);
    expect(judged(answers)).toMatchObject({
      ok: true,
      value: { agreement: { how: 'by_phone', givenBy: 'person', agreedOn: '2026-11-23' } },
    });
  });

  it('asks who agreed when only the way was said', () => {
    const answers = filled();
    answers.delete('givenBy');
    expect(judged(answers)).toMatchObject({ ok: false, problems: [{ id: 'agreement-givenBy' }] });
  });

  it.each([
    ['yesterday', {}, '2026-11-22'],
    ['another', { 'agreed-day': '2', 'agreed-month': '11', 'agreed-year': '2026' }, '2026-11-02'],
  ])('takes %s as the day of the agreement', (when, more, expected) => {
    expect(judged(filled({ 'agreed-when': when, ...more }))).toMatchObject({
      ok: true,
      value: { agreement: { agreedOn: expected } },
    });
  });

  it.each([
    ['no day', { 'agreed-day': '31', 'agreed-month': '2', 'agreed-year': '2026' }, referProblems.day],
    [
      'a day ahead',
      { 'agreed-day': '24', 'agreed-month': '11', 'agreed-year': '2026' },
      referProblems.dayAhead,
    ],
    ['91 days ago', { 'agreed-day': '24', 'agreed-month': '8', 'agreed-year': '2026' }, referProblems.dayOld],
  ])('asks again for %s', (_what, more, text) => {
    expect(judged(filled({ 'agreed-when': 'another', ...more }))).toEqual({
      ok: false,
      problems: [{ id: 'agreement-agreedOn', text }],
    });
  });

  it('warns of a number in words the group reads, and lets it stand once that was ticked', () => {
    const warned = judged(filled({ wouldLike: 'Ring 07700 900999' }));
    expect(warned.ok ? [] : warned.problems.map(({ id }) => id)).toEqual(['wouldLike']);
    expect(judged(filled({ wouldLike: 'Ring 07700 900999', 'wouldLike-keep': 'yes' })).ok).toBe(true);
  });

  it('lets a carer’s number stand in the sealed note, but no NHS number', () => {
    expect(judged(filled({ safeContactNote: 'Ring the carer on 07700 900999' })).ok).toBe(true);
    const warned = judged(filled({ safeContactNote: 'NHS 943 476 5919' }));
    expect(warned.ok ? [] : warned.problems.map(({ id }) => id)).toEqual(['person-safeContactNote']);
  });
});

describe('a day typed in three boxes', () => {
  it.each([
    ['29', '2', '2028', '2028-02-29'],
    ['29', '2', '2027', ''],
    ['0', '5', '2026', ''],
    ['1', '13', '2026', ''],
    ['1', '1', '26', ''],
    ['x', '1', '2026', ''],
  ])('%s %s %s is %j', (date, month, year, expected) => {
    const data = new FormData();
    data.set('on-day', date);
    data.set('on-month', month);
    data.set('on-year', year);
    expect(day(data, 'on')).toBe(expected);
  });
});

describe('declining for another reason', () => {
  it('asks for a few words', () => {
    const { check } = contract(referralDecline);
    expect(check({ reason: 'other', declinedBy: 'group', comment: null })).toMatchObject({
      ok: false,
      problems: [{ id: 'comment' }],
    });
    expect(lookForDetails([{ id: 'comment', text: 'Moved to SY1 2AB' }], new FormData())).toHaveLength(1);
  });
});
