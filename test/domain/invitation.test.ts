import { describe, expect, it } from 'vitest';
import { inviteMore, MOST_WAITING } from '#functions/domain/invite/invitation.ts';
import { OrganizationId } from '#shared/model/ids.ts';
import { Invite } from '#shared/model/invite.ts';
import type { Membership } from '#shared/model/roles.ts';

const now = '2026-11-23T09:00:00.000Z';
const invite = (more: object = {}) =>
  Invite.parse({
    id: '5f0c7c1e-6c55-4a53-9d2a-6a3a3f6f0a11',
    area: 'manchester',
    email: 'una@team.example',
    membership: { role: 'coordinator' },
    state: 'waiting',
    invitedBy: 'operator',
    invitedAt: '2026-11-22T09:00:00.000Z',
    sentAt: '2026-11-22T09:00:00.000Z',
    endsAt: '2026-11-24T09:00:00.000Z',
    sent: 1,
    acceptedBy: null,
    made: 'x',
    ...more,
  });
const asked = { email: 'Una@Team.example', membership: { role: 'coordinator' } } as const;
const refusal = (waiting: Invite[]) => {
  const judged = inviteMore(asked, { waiting, members: [] }, now);
  return judged.ok ? undefined : judged.refusal.code;
};

describe('one more invitation', () => {
  it('is not made while one to the same address and role still works, to the second', () => {
    expect(refusal([invite()])).toBe('already_invited');
    expect(refusal([invite({ endsAt: now })])).toBeUndefined();
    expect(refusal([invite({ state: 'cancelled' })])).toBeUndefined();
    expect(refusal([invite({ membership: { role: 'commissioner' } })])).toBeUndefined();
  });

  it('is not made when twenty that work wait; those that ran out do not count', () => {
    const others = Array.from({ length: MOST_WAITING }, (_, n) => invite({ email: `a${n}@team.example` }));
    expect(refusal(others)).toBe('too_many_invites');
    expect(refusal([...others.slice(1), invite({ endsAt: now })])).toBeUndefined();
  });

  it('is not made for somebody who has the role, but for one who has left it is', () => {
    const member = { email: 'una@team.example', memberships: [{ role: 'coordinator' as const }] };
    const judged = (active: boolean) =>
      inviteMore(asked, { waiting: [], members: [{ ...member, active }] }, now);
    expect(judged(true)).toMatchObject({ ok: false, refusal: { code: 'already_member' } });
    expect(judged(false).ok).toBe(true);
  });

  it('is made for somebody who has that role in another group, and belongs to this one as something else', () => {
    const here = OrganizationId.parse('0b7f5c1e-3f0a-5c1d-9a51-2f6f0a1b2c3d');
    const elsewhere = OrganizationId.parse('1b7f5c1e-3f0a-5c1d-9a51-2f6f0a1b2c3d');
    const memberships: Membership[] = [
      { role: 'group_reader', organizationId: here },
      { role: 'group_lead', organizationId: elsewhere },
    ];
    const judged = (role: 'group_lead' | 'group_reader') =>
      inviteMore(
        { email: 'ivo@group.example', membership: { role, organizationId: here } },
        { waiting: [], members: [{ email: 'ivo@group.example', active: true, memberships }] },
        now,
      );
    expect(judged('group_lead').ok).toBe(true);
    expect(judged('group_reader')).toMatchObject({ ok: false, refusal: { code: 'already_member' } });
  });
});
