import { describe, expect, test } from 'vitest';
import { acceptReferral } from '#functions/domain/referral/accept.ts';
import { completeReferral } from '#functions/domain/referral/complete.ts';
import { standingNow } from '#functions/domain/referral/decided.ts';
import { declineReferral } from '#functions/domain/referral/decline.ts';
import { notStartReferral } from '#functions/domain/referral/not-start.ts';
import { startReferral } from '#functions/domain/referral/start.ts';
import { withdrawReferral } from '#functions/domain/referral/withdraw.ts';
import { accepted, acting, aReferral, IDS } from '#test/support/referral-builder.ts';

const subject = { referralId: IDS.referral, organizationId: IDS.organization, serviceId: IDS.service };
const reader = acting('group_reader');
const sender = acting('link_worker');
const act = { at: reader.at, by: reader.userId, byName: reader.name };
const isAccepted = aReferral({ state: 'accepted', accepted });
const isStarted = aReferral({ state: 'started', accepted, started: { ...act, on: '2026-11-18' } });
const refused = (code: string, id?: string) => ({
  ok: false,
  refusal: { code, ...(id && { fields: [{ id }] }) },
});

describe('accept', () => {
  test('says who and by when, keeps the place, tells it', () => {
    expect(acceptReferral(aReferral(), { contactBy: '2026-11-25' }, reader)).toEqual({
      ok: true,
      value: {
        next: {
          ...aReferral(),
          state: 'accepted',
          accepted: { ...act, contactBy: '2026-11-25' },
          dueAt: '2026-11-25T17:00:00.000Z',
        },
        event: { type: 'referral.accepted', data: subject },
        place: 'keep',
      },
    });
  });
  test.each(['2026-11-17', '2027-01-14'])('contact by %s is not a day to choose', (contactBy) => {
    expect(acceptReferral(aReferral(), { contactBy }, reader)).toMatchObject(refused('invalid', 'contactBy'));
  });
  test.each(['2026-11-18', '2027-01-13'])('contact by %s is', (contactBy) => {
    expect(acceptReferral(aReferral(), { contactBy }, reader)).toMatchObject({ ok: true });
  });
});

describe('decline', () => {
  const given = { reason: 'outside_area', declinedBy: 'group', comment: '' } as const;
  test('gives the place back, keeps the reason, leaves out an empty comment', () => {
    expect(declineReferral(aReferral(), given, reader)).toEqual({
      ok: true,
      value: {
        next: {
          ...aReferral(),
          state: 'declined',
          holdsPlace: false,
          dueAt: null,
          declined: { ...act, ...given, comment: null },
        },
        event: {
          type: 'referral.declined',
          data: {
            ...subject,
            need: 'grief',
            ward: 'E05011361',
            council: 'E08000003',
            reason: 'outside_area',
            declinedBy: 'group',
          },
        },
        place: 'release',
      },
    });
  });
  test('has nothing to give back where nothing was held', () => {
    const declined = declineReferral(
      aReferral({ holdsPlace: false }),
      { ...given, comment: 'Too far' },
      reader,
    );
    expect(declined).toMatchObject({
      ok: true,
      value: { place: 'keep', next: { declined: { comment: 'Too far' } } },
    });
  });
  test('the comment of a decline is in no event', () => {
    const declined = declineReferral(aReferral(), { ...given, comment: 'Canary' }, reader);
    expect(JSON.stringify(declined.ok && declined.value.event)).not.toContain('Canary');
  });
});

describe('start', () => {
  test.each(['2026-11-16', '2026-11-18'])('on %s is recorded; the outcome is due in six weeks', (on) => {
    expect(startReferral(isAccepted, { on }, sender)).toMatchObject({
      ok: true,
      value: {
        next: { state: 'started', started: { ...act, on }, dueAt: '2026-12-30T17:00:00.000Z' },
        event: { type: 'referral.started', data: subject },
        place: 'keep',
      },
    });
  });
  test.each(['2026-11-15', '2026-11-19'])('on %s is no day the person can have come', (on) => {
    expect(startReferral(isAccepted, { on }, sender)).toMatchObject(refused('invalid', 'on'));
  });
});

describe('not start', () => {
  test.each([
    [true, 'release'],
    [false, 'keep'],
  ])('with a place held: %s', (holdsPlace, place) => {
    const referral = aReferral({ state: 'accepted', accepted, holdsPlace });
    expect(notStartReferral(referral, { reason: 'barrier' }, sender)).toMatchObject({
      ok: true,
      value: {
        next: {
          state: 'not_started',
          holdsPlace: false,
          dueAt: null,
          notStarted: { ...act, reason: 'barrier' },
        },
        event: { type: 'referral.not_started', data: { ...subject, reason: 'barrier' } },
        place,
      },
    });
  });
});

describe('complete', () => {
  test.each([
    ['', null],
    ['Brings cake', 'Brings cake'],
  ])('keeps the outcome; words %j stand as %j and in no event', (words, kept) => {
    const done = completeReferral(isStarted, { outcome: 'came_some', words }, reader);
    expect(done).toMatchObject({
      ok: true,
      value: {
        next: {
          state: 'completed',
          holdsPlace: true,
          completed: { ...act, outcome: 'came_some', words: kept },
        },
        place: 'keep',
      },
    });
    expect(done.ok && done.value.event).toEqual({
      type: 'referral.completed',
      data: { ...subject, outcome: 'came_some' },
    });
  });
});

describe('withdraw', () => {
  const given = { reason: 'person_asked', agreementWithdrawn: true } as const;
  test.each([
    ['sent', true, 'release'],
    ['accepted', true, 'release'],
    ['started', false, 'keep'],
  ])('from %s, place held %s', (state, holdsPlace, place) => {
    const withdrawn = withdrawReferral(aReferral({ state, accepted, holdsPlace }), given, sender);
    expect(withdrawn).toMatchObject({
      ok: true,
      value: {
        next: { state: 'withdrawn', holdsPlace: false, dueAt: null, withdrawn: { ...act, ...given } },
        event: { type: 'referral.withdrawn', data: { ...subject, ...given } },
        place,
      },
    });
  });
});

describe('what cannot be done', () => {
  const ended = aReferral({ state: 'completed', completed: { ...act, outcome: 'moved_on', words: null } });
  const refusal = refused('not_possible_now');
  test.each([
    ['accept', () => acceptReferral(ended, { contactBy: '2026-11-25' }, reader)],
    [
      'decline',
      () => declineReferral(ended, { reason: 'other', declinedBy: 'group', comment: null }, reader),
    ],
    ['start', () => startReferral(ended, { on: '2026-11-18' }, reader)],
    ['not start', () => notStartReferral(ended, { reason: 'unwell' }, reader)],
    ['complete', () => completeReferral(ended, { outcome: 'moved_on', words: null }, reader)],
    [
      'withdraw',
      () => withdrawReferral(ended, { reason: 'person_asked', agreementWithdrawn: false }, sender),
    ],
  ])('%s after the end is refused', (_, attempt) => {
    expect(attempt()).toMatchObject({ ...refusal, refusal: { legal: [], current: { state: 'completed' } } });
  });

  test.each([
    [aReferral(), 'Tomasz Reed'],
    [isAccepted, 'Idris Vale'],
    [
      aReferral({
        state: 'declined',
        declined: {
          ...act,
          byName: 'Nell Arkwright',
          reason: 'duplicate',
          declinedBy: 'group',
          comment: null,
        },
      }),
      'Nell Arkwright',
    ],
  ])('whoever comes too late is told who was last', (referral, by) => {
    expect(standingNow(referral)).toMatchObject({ state: referral.state, by });
  });
});
