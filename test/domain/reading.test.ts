import { describe, expect, test } from 'vitest';
import { belongsTo } from '#functions/domain/membership.ts';
import { closedAt, mayRead, seenBy } from '#functions/domain/referral/reading.ts';
import { type Stand, standOf } from '#functions/domain/referral/relation.ts';
import { recognise, remember } from '#functions/domain/referral/requests.ts';
import { mayReveal } from '#functions/domain/referral/reveal.ts';
import { OrganizationId } from '#shared/model/ids.ts';
import { ReferralState, TERMINAL_STATES } from '#shared/model/referral-state.ts';
import { Principal } from '#shared/model/roles.ts';
import { accepted, aReferral, IDS } from '#test/support/referral-builder.ts';

const who = (userId: string, ...memberships: object[]) =>
  Principal.parse({
    userId,
    name: 'Sam',
    email: 'sam@demo.example',
    phone: null,
    area: 'manchester',
    memberships,
  });
const other = '0190a000-0000-7000-8000-000000000099';
const linkWorker = { role: 'link_worker', schemeId: IDS.scheme };
const reader = { role: 'group_reader', organizationId: IDS.organization };

describe('how somebody stands to a referral', () => {
  const sender: Stand = { side: 'sender', doer: 'link_worker' };
  test.each<[string, Principal, Stand | undefined]>([
    ['the link worker who sent it', who(IDS.sender, linkWorker), sender],
    ['one of the same team', who(other, linkWorker), undefined],
    ['the sender who has left the team', who(IDS.sender, { ...linkWorker, schemeId: other }), undefined],
    [
      'the manager of the team',
      who(other, { ...linkWorker, role: 'lw_manager' }),
      { side: 'sender', doer: 'lw_manager' },
    ],
    ['the manager of another', who(other, { role: 'lw_manager', schemeId: other }), undefined],
    ['a reader of the group', who(other, reader), { side: 'reader', doer: 'group_reader' }],
    ['a reader of another group', who(other, { ...reader, organizationId: other }), undefined],
    ['a lead of the group', who(other, { ...reader, role: 'group_lead' }), undefined],
    ['a coordinator', who(other, { role: 'coordinator' }), undefined],
    ['a commissioner', who(other, { role: 'commissioner' }), undefined],
  ])('%s', (_, principal, stand) => expect(standOf(principal, aReferral())).toEqual(stand));

  test('nobody of another area stands to it at all', () => {
    expect(standOf({ ...who(IDS.sender, linkWorker), area: aReferral().area }, aReferral())).toEqual(sender);
    const elsewhere = Principal.parse({ ...who(IDS.sender, linkWorker), area: 'shropshire' });
    expect(standOf(elsewhere, aReferral())).toBeUndefined();
  });

  test('who is both stands on the side a route is for', () => {
    const both = who(IDS.sender, linkWorker, reader);
    expect(standOf(both, aReferral())).toEqual(sender);
    expect(standOf(both, aReferral(), ['reader'])).toEqual({ side: 'reader', doer: 'group_reader' });
    expect(standOf(who(IDS.sender, linkWorker), aReferral(), ['reader'])).toBeUndefined();
    expect(standOf(who(other, reader), aReferral(), ['sender'])).toBeUndefined();
  });

  test('a role belongs to the very group it holds for', () => {
    const group = OrganizationId.parse(IDS.organization);
    expect(belongsTo(who(other, reader), group, ['group_reader'])).toBe(true);
    expect(belongsTo(who(other, reader), group, ['group_lead'])).toBe(false);
    expect(belongsTo(who(other, reader), OrganizationId.parse(other), ['group_reader'])).toBe(false);
    expect(belongsTo(who(other, linkWorker), group, ['group_lead', 'group_reader'])).toBe(false);
  });
});

const act = { at: '2026-11-01T09:00:00.000Z', by: IDS.reader, byName: 'Idris Vale' };

describe('how long a referral may be read', () => {
  const ended = aReferral({ state: 'not_started', accepted, notStarted: { ...act, reason: 'unwell' } });
  test('by the group while it lives and for 30 days after it closed, by the sender always', () => {
    expect(mayRead(aReferral(), 'reader', '2030-01-01T00:00:00.000Z')).toBe(true);
    expect(mayRead(ended, 'reader', '2026-12-01T08:59:59.000Z')).toBe(true);
    expect(mayRead(ended, 'reader', '2026-12-01T09:00:00.000Z')).toBe(false);
    expect(mayRead(ended, 'sender', '2030-01-01T00:00:00.000Z')).toBe(true);
  });
  test.each([
    ['declined', { declined: { ...act, reason: 'other', declinedBy: 'group', comment: 'x' } }, act.at],
    ['withdrawn', { withdrawn: { ...act, reason: 'person_asked', agreementWithdrawn: false } }, act.at],
    ['completed', { completed: { ...act, outcome: 'moved_on', words: null } }, act.at],
    ['expired', {}, aReferral().sentAt],
    ['sent', {}, null],
  ])('%s closed at', (state, change, at) => expect(closedAt(aReferral({ state, ...change }))).toBe(at));
});

describe('what one side sees', () => {
  test('the label is the sending team’s alone', () => {
    expect(seenBy(aReferral(), 'sender').label).toBe('WB 31');
    expect(seenBy(aReferral(), 'reader').label).toBeNull();
  });
  test('of what was taken back the group sees the reference and not what the person said', () => {
    const seen = seenBy(aReferral({ state: 'withdrawn' }), 'reader');
    expect(seen).toMatchObject({ wouldLike: null, accessNeeds: [], times: [], reference: 'R-7K3M-92QF' });
    expect(seenBy(aReferral({ state: 'withdrawn' }), 'sender').wouldLike).not.toBeNull();
  });
});

describe('who may ask who somebody is', () => {
  test.each(ReferralState.options)('%s', (state) => {
    const live = !TERMINAL_STATES.has(state) && state !== 'draft';
    expect(mayReveal(aReferral({ state }), 'sender')).toBe(live);
    expect(mayReveal(aReferral({ state }), 'reader')).toBe(false);
    const afterYes = ['accepted', 'started', 'handed_back'].includes(state);
    expect(mayReveal(aReferral({ state, accepted }), 'reader')).toBe(afterYes);
  });
});

describe('requests remembered', () => {
  const mark = { key: 'k1', whole: 'w1' };
  test('the same again, the same key for something else, or new', () => {
    const remembered = remember([], mark);
    expect(recognise(remembered, mark)).toBe('again');
    expect(recognise(remembered, { key: 'k1', whole: 'w2' })).toBe('reused');
    expect(recognise(remembered, { key: 'k', whole: 'w1' })).toBe('new');
  });
  test('the last eight', () => {
    const nine = Array.from({ length: 9 }, (_, n) => ({ key: `k${n}`, whole: 'w' }));
    const remembered = nine.reduce<string[]>((all, one) => remember(all, one), []);
    expect(remembered).toHaveLength(8);
    expect(recognise(remembered, { key: 'k0', whole: 'w' })).toBe('new');
    expect(recognise(remembered, { key: 'k8', whole: 'w' })).toBe('again');
  });
});
