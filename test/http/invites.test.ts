import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { changeAccess } from '#functions/commands/access.ts';
import { systemSecret } from '#functions/runtime/secrets.ts';
import { makeLink } from '#functions/store/link-token.ts';
import { listTeam } from '#functions/store/user.ts';
import type { InviteView } from '#shared/api/invites.ts';
import { DAY_LENGTH } from '#shared/model/civil-time.ts';
import type { Membership, Principal } from '#shared/model/roles.ts';
import { invites as words } from '#shared/text/en/invites.ts';
import { links } from '#shared/text/en/links.ts';
import { startEngine, type TestEngine } from '#test/support/engine.ts';
import { everything } from '#test/support/everything.ts';
import { ask, MINUTE } from '#test/support/http-world.ts';
import { MANCHESTER } from '#test/support/referral-world.ts';
import { staffWorld } from '#test/support/staff-world.ts';

let engine: TestEngine;
beforeAll(async () => {
  engine = await startEngine();
  return () => engine.close();
});

/** A team whose manager and coordinator bring others in. */
async function team() {
  const world = await staffWorld(engine);
  const { table, clock } = world.http;
  const membership: Membership = { role: 'link_worker', schemeId: world.scheme.id };
  const email = `una-${randomUUID().slice(0, 6)}@team.example`;
  const invite = async (who: Principal, body: object = {}, key?: string) => {
    const answer = await world.as(who).staff('POST', '/api/invites', {
      body: { email, membership, ...body },
      ...(key === undefined ? {} : { key }),
    });
    return { status: answer.status, json: answer.json as InviteView & { code?: string } };
  };
  const linkOf = ({ id }: Pick<InviteView, 'id'>) =>
    makeLink(
      { table, secret: systemSecret },
      { purpose: 'invite', area: MANCHESTER, subject: id, holder: id },
      clock.now(),
    );
  const get = (token: string) => ask(world.apps.joining, 'GET', `/invite/${token}`);
  const press = (
    token: string,
    form: Record<string, string> = { name: 'Una Moss', phone: '0161 496 0177' },
  ) =>
    ask(world.apps.joining, 'POST', `/invite/${token}`, {
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'idempotency-key': undefined,
        origin: 'null',
      },
      raw: new URLSearchParams(form).toString(),
    });
  const members = async () =>
    (await listTeam(table, MANCHESTER, world.scheme.id)).filter((user) => user.email === email);
  return { ...world, table, clock, membership, email, invite, linkOf, get, press, members };
}

describe('an invitation', () => {
  it('lets somebody in once they have used its link, in that role and with that address alone', async () => {
    const world = await team();
    const { json } = await world.invite(world.people.manager);
    const token = await world.linkOf(json);
    for (let visit = 0; visit < 5; visit += 1) expect((await world.get(token)).status).toBe(200);
    expect(await world.members()).toEqual([]);
    const before = await world.http
      .signIn({
        ...world.people.stranger,
        email: world.email,
        active: true,
        mail: 'instant',
      })
      .then(
        () => 'in',
        () => 'out',
      );
    expect(before).toBe('out');
    expect((await world.press(token)).text).toContain(words.page.done.title);
    const [user] = await world.members();
    expect(user).toMatchObject({ name: 'Una Moss', phone: '0161 496 0177', memberships: [world.membership] });
    if (user === undefined) throw new Error('Nobody was let in');
    expect((await world.http.signIn(user)).cookie).toContain('__Host-session');
    expect((await world.press(token)).text).toContain(links.used.title);
  });

  it('is used by exactly one of many who press at the same moment', async () => {
    const world = await team();
    const token = await world.linkOf((await world.invite(world.people.manager)).json);
    const answers = await Promise.all(Array.from({ length: 12 }, () => world.press(token)));
    expect(answers.filter(({ text }) => text.includes(words.page.done.title))).toHaveLength(1);
    expect(await world.members()).toHaveLength(1);
  });

  it('keeps what was typed when the number is missing, and says what to enter', async () => {
    const world = await team();
    const token = await world.linkOf((await world.invite(world.people.manager)).json);
    const page = await world.press(token, { name: 'Una Moss' });
    expect(page.status).toBe(422);
    expect(page.text).toContain(words.page.phoneProblem);
    expect(page.text).toContain('value="Una Moss"');
    expect(await world.members()).toEqual([]);
  });

  it('runs out after two days to the second', async () => {
    const world = await team();
    const token = await world.linkOf((await world.invite(world.people.manager)).json);
    world.clock.advance(2 * DAY_LENGTH);
    expect((await world.press(token)).text).toContain(links.expired.title);
    expect(await world.members()).toEqual([]);
  });

  it('that was taken back, or whose maker may no longer make it, lets nobody in', async () => {
    const world = await team();
    const { json } = await world.invite(world.people.coordinator);
    const token = await world.linkOf(json);
    const cancel = () => world.as(world.people.manager).staff('POST', `/api/invites/${json.id}/cancel`);
    expect((await cancel()).status).toBe(200);
    expect((await cancel()).status).toBe(200);
    expect((await world.press(token)).text).toContain(words.page.gone.title);
    const second = await world.invite(world.people.manager);
    const left = { userId: world.people.manager.userId, actor: 'a test', to: { active: false } };
    expect((await changeAccess(world.http.deps, left)).ok).toBe(true);
    expect((await world.press(await world.linkOf(second.json))).text).toContain(words.page.gone.title);
    expect(await world.members()).toEqual([]);
  });

  it('goes out once however often the request comes, and not again while one works', async () => {
    const world = await team();
    const key = randomUUID();
    const first = await world.invite(world.people.manager, {}, key);
    expect((await world.invite(world.people.manager, {}, key)).json.id).toBe(first.json.id);
    expect((await world.invite(world.people.coordinator)).json.code).toBe('already_invited');
  });

  it('is not sent to somebody who has the role', async () => {
    const world = await team();
    await world.press(await world.linkOf((await world.invite(world.people.manager)).json));
    const again = await world.invite(world.people.manager, { email: world.email.toUpperCase() });
    expect(again.json.code).toBe('already_member');
  });

  it('is sent again with a new link, once a minute and five times at most', async () => {
    const world = await team();
    const { json } = await world.invite(world.people.manager);
    const again = () => world.as(world.people.manager).staff('POST', `/api/invites/${json.id}/resend`);
    expect((await again()).status).toBe(200);
    const told = async () =>
      (await everything(engine, 'events')).filter(({ pk }) => pk === `invite#${json.id}`).length;
    expect(await told()).toBe(1);
    for (let sent = 2; sent <= 5; sent += 1) {
      world.clock.advance(2 * MINUTE);
      expect((await again()).status).toBe(200);
      expect(await told()).toBe(sent);
    }
    world.clock.advance(2 * MINUTE);
    expect((await again()).json.code).toBe('too_many_invites');
  });

  it('gives one account two roles when both are accepted before the first sign-in', async () => {
    const world = await team();
    await world.press(await world.linkOf((await world.invite(world.people.manager)).json));
    const reads = { role: 'group_reader', organizationId: world.groupId };
    const second = await world.invite(world.people.lead, { membership: reads });
    await world.press(await world.linkOf(second.json));
    const [user, ...others] = await world.members();
    expect(others).toEqual([]);
    expect(user?.memberships).toEqual([world.membership, reads]);
  });
});

describe('who may invite', () => {
  it('is a coordinator anywhere in the area, a manager for the own team, a lead for the own group', async () => {
    const world = await team();
    const other = await team();
    const { people } = world;
    const to = (membership: object) => ({ membership, email: `${randomUUID().slice(0, 8)}@team.example` });
    const link = { role: 'link_worker', schemeId: world.scheme.id };
    const manages = { role: 'lw_manager', schemeId: world.scheme.id };
    const elsewhere = { role: 'link_worker', schemeId: other.scheme.id };
    const reads = { role: 'group_reader', organizationId: world.groupId };
    const tries: [Principal, object, number][] = [
      [people.coordinator, to({ role: 'commissioner' }), 201],
      [people.coordinator, to({ role: 'coordinator' }), 201],
      [people.coordinator, to(manages), 201],
      [people.coordinator, to({ role: 'link_worker', schemeId: randomUUID() }), 404],
      [people.manager, to(link), 201],
      [people.manager, to(manages), 404],
      [people.manager, to(elsewhere), 404],
      [people.manager, to({ role: 'coordinator' }), 404],
      [people.lead, to(reads), 201],
      [people.lead, to(link), 404],
      [people.lead, to({ role: 'group_reader', organizationId: other.groupId }), 404],
      [people.sender, to(link), 404],
      [people.reader, to(reads), 404],
      [people.commissioner, to({ role: 'commissioner' }), 404],
    ];
    const answers: number[] = [];
    for (const [who, body] of tries) answers.push((await world.invite(who, body)).status);
    expect(answers).toEqual(tries.map(([, , status]) => status));
  });
});
