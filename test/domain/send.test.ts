import { describe, expect, test } from 'vitest';
import { recognisedBy } from '#functions/domain/referral/same-person.ts';
import { type Ends, sendReferral } from '#functions/domain/referral/send.ts';
import { ReferralRequest } from '#shared/api/referrals.ts';
import { type ContactChannel, PersonDetails } from '#shared/model/person.ts';
import { Reference } from '#shared/model/reference.ts';
import { acting, aReferral, IDS } from '#test/support/referral-builder.ts';

const sender = { ...acting('link_worker', '2026-11-16T09:00:00.000Z'), name: 'Tomasz Reed' };
const kept = aReferral({ sender: { userId: sender.userId, name: 'Tomasz Reed', phone: '07700 900164' } });
const ends: Ends = {
  id: kept.id,
  personId: kept.personId,
  reference: Reference.parse('R-7K3M-92QF'),
  scheme: { id: kept.schemeId, area: kept.area, name: kept.schemeName },
  senderPhone: '07700 900164',
  organization: {
    id: kept.organizationId,
    area: kept.area,
    name: kept.organizationName,
  } as Ends['organization'],
  service: { id: kept.serviceId, name: kept.serviceName } as Ends['service'],
  holdsPlace: true,
  countedBeside: kept.serviceId,
};
const person = PersonDetails.parse({
  preferredName: 'Canaryname',
  surname: 'Canarysurname',
  channel: { kind: 'phone', phone: '07700 900301' },
  safeContact: [],
  safeContactNote: 'Canarynote',
});
const request = (agreedOn: string, more: object = {}) =>
  ReferralRequest.parse({
    serviceId: IDS.service,
    needs: ['grief', 'company'],
    ward: kept.ward,
    wardName: kept.wardName,
    council: kept.council,
    origin: kept.origin,
    priority: 'routine',
    accessNeeds: ['step_free'],
    times: ['evenings'],
    wouldLike: 'To sit near the door',
    speakToSenderFirst: false,
    label: 'WB 31',
    person,
    agreement: { ...kept.agreement, agreedOn },
    stopPanelPassed: true,
    exclusionsRead: true,
    ...more,
  });

describe('sending', () => {
  test('keeps everything but who the person is, and tells ids, codes and the place', () => {
    const sent = sendReferral(request('2026-11-13'), ends, sender);
    expect(sent).toEqual({
      ok: true,
      value: {
        referral: { ...kept, countedBeside: kept.serviceId },
        event: {
          type: 'referral.sent',
          data: {
            referralId: IDS.referral,
            organizationId: IDS.organization,
            serviceId: IDS.service,
            need: 'grief',
            ward: kept.ward,
            council: kept.council,
            heldPlace: true,
          },
        },
      },
    });
    expect(JSON.stringify(sent)).not.toContain('Canary');
  });

  test('an empty wish or label is none', () => {
    const sent = sendReferral(request('2026-11-13', { wouldLike: ' ', label: '' }), ends, sender);
    expect(sent).toMatchObject({ ok: true, value: { referral: { wouldLike: null, label: null } } });
  });

  test.each(['2026-08-18', '2026-11-16'])('an agreement of %s counts', (agreedOn) => {
    expect(sendReferral(request(agreedOn), ends, sender)).toMatchObject({ ok: true });
  });
  test.each(['2026-08-17', '2026-11-17'])('an agreement of %s does not', (agreedOn) => {
    expect(sendReferral(request(agreedOn), ends, sender)).toMatchObject({
      ok: false,
      refusal: { code: 'invalid', fields: [{ id: 'agreement-agreedOn' }] },
    });
  });
  test('nobody but a sender sends', () => {
    const reader = { ...acting('group_reader'), at: sender.at };
    expect(sendReferral(request('2026-11-13'), ends, reader)).toMatchObject({
      ok: false,
      refusal: { code: 'not_possible_now' },
    });
  });
});

describe('by what a team recognises somebody', () => {
  const by = (channel: ContactChannel) => recognisedBy({ ...person, channel });
  test.each(['07700 900301', '07700-900-301', '+44 7700 900301', '+44 (0)7700 900301', '0044 7700 900301'])(
    '%s is one number',
    (phone) => expect(by({ kind: 'phone', phone })).toBe('phone:07700900301'),
  );
  test('an email address is compared without case', () => {
    expect(by({ kind: 'email', email: 'Win@Demo.example' })).toBe('email:win@demo.example');
  });
  test('somebody reached through the link worker is not compared', () => {
    expect(by({ kind: 'through_link_worker' })).toBeUndefined();
  });
});
