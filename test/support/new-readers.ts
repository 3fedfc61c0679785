import { randomUUID } from 'node:crypto';
import { systemSecret } from '#functions/runtime/secrets.ts';
import { makeLink } from '#functions/store/link-token.ts';
import { registrationItem } from '#functions/store/registration.ts';
import { findUser, listMembers } from '#functions/store/user.ts';
import type { GroupRole } from '#shared/api/members.ts';
import type { ReferralId } from '#shared/model/ids.ts';
import { Registration } from '#shared/model/registration.ts';
import type { Principal } from '#shared/model/roles.ts';
import type { TestEngine } from './engine.ts';
import { ask } from './http-world.ts';
import { MANCHESTER, NOW, principal } from './referral-world.ts';
import { staffWorld } from './staff-world.ts';

const POSTED = {
  'content-type': 'application/x-www-form-urlencoded',
  'idempotency-key': undefined,
  origin: 'null',
};

/** A group with a lead whom a coordinator's check was about, where others come to lead and to read. */
export async function groupWithNewcomers(engine: TestEngine) {
  const world = await staffWorld(engine);
  const { lead } = world.people;
  const cookies = new Map<string, string>();
  const enter = async (who: Principal) => {
    const user = await findUser(world.deps.table, who.userId);
    if (user === undefined) await world.http.invite({ ...who, active: true, mail: 'instant' });
    const { cookie } = await world.http.signIn({ ...who, active: true, mail: 'instant' });
    cookies.set(who.userId, cookie);
  };
  const cookieOf = async (who: Principal) => {
    if (!cookies.has(who.userId)) await enter(who);
    return cookies.get(who.userId) ?? '';
  };
  const staff = async (who: Principal, method: string, path: string, body: object = {}) =>
    ask(world.apps.staff, method, path, { cookie: await cookieOf(who), body });
  const sealed = async (who: Principal, path: string, body: object = {}) =>
    ask(world.apps.sealed, 'POST', path, { cookie: await cookieOf(who), body });
  const members = `/api/groups/${world.groupId}/members`;
  const name = (by: Principal, who: Principal, role: GroupRole = 'group_reader') =>
    staff(by, 'POST', members, { userId: who.userId, role });
  const remove = (by: Principal, who: Principal, role: GroupRole) =>
    staff(by, 'DELETE', `${members}/${who.userId}/${role}`);
  const stored = async ({ userId }: Pick<Principal, 'userId'>) =>
    (await findUser(world.deps.table, userId))?.value;
  const checked = (who: Principal) => {
    const registration = Registration.parse({
      ...{ id: world.groupId, area: 'manchester', state: 'checked', name: 'Marigold Corner', happens: 'Tea' },
      ...{
        when: 'Sundays',
        outcode: 'M14',
        email: who.email,
        at: NOW,
        made: 'x',
        twin: null,
        returned: null,
      },
      lead: { userId: who.userId, name: who.name, confirmedAt: NOW },
      checked: { at: NOW, by: randomUUID(), note: '', how: 'visited' },
    });
    return world.put(registrationItem(registration, 3, NOW));
  };
  /** Somebody more who leads the group. */
  const another = async (fullName: string) => {
    const made = principal(fullName, { role: 'group_lead', organizationId: world.groupId });
    await enter(made);
    return made;
  };
  /** Whoever follows the link of an invitation to read; their name as the group's members list has it. */
  const accepts = async (by: Principal, email: string) => {
    const membership = { role: 'group_reader', organizationId: world.groupId };
    const made = await staff(by, 'POST', '/api/invites', { email, membership });
    const { id } = made.json;
    const link = { purpose: 'invite', area: MANCHESTER, subject: id, holder: id } as const;
    const deps = { table: world.deps.table, secret: systemSecret };
    const token = await makeLink(deps, link, world.http.clock.now());
    const raw = new URLSearchParams({ name: 'Ann Rowe' }).toString();
    await ask(world.apps.joining, 'POST', `/invite/${token}`, { headers: POSTED, raw });
    const there = await listMembers(world.deps.table, MANCHESTER, world.groupId);
    return there.find((one) => one.email === email);
  };
  const accepted = async (reader: Principal): Promise<ReferralId> => {
    const id = await world.sent();
    const answer = await sealed(reader, `/api/referrals/${id}/accept`, { contactBy: '2026-11-30' });
    if (answer.status !== 200) throw new Error(`Not accepted: ${answer.text}`);
    return id;
  };
  const vouch = (by: Principal, who: Pick<Principal, 'userId'>) =>
    staff(by, 'POST', `/api/moderation/safeguarding/${world.groupId}/readers/${who.userId}/vouch`);
  await enter(lead);
  await checked(lead);
  return {
    ...world,
    lead,
    ...{ enter, staff, sealed, name, remove, stored, checked, another, accepts, accepted, vouch },
  };
}
