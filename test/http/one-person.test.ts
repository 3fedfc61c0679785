import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { admitted } from '#functions/commands/admit.ts';
import { startSession } from '#functions/commands/session.ts';
import { findInvited, findUser, listMembers, type User, userItem } from '#functions/store/user.ts';
import { AreaId } from '#shared/model/area.ts';
import { startEngine, type TestEngine } from '#test/support/engine.ts';
import { httpWorld, person } from '#test/support/http-world.ts';
import { MANCHESTER } from '#test/support/referral-world.ts';

let engine: TestEngine;
beforeAll(async () => {
  engine = await startEngine();
  return () => engine.close();
});

/** Somebody with one address, whom groups let in by it one after the other. */
function somebody() {
  const world = httpWorld(engine);
  const email = `jo-${randomUUID().slice(0, 8)}@lantern.example`;
  const identity = randomUUID();
  const letIn = async (change: Partial<User> = {}): Promise<User> => {
    const user = { ...person('group_lead'), email, ...change };
    const { writes } = admitted(await findInvited(world.table, email), user);
    const written = await world.table.transact(writes);
    if (!written.ok) throw new Error('They could not be let in');
    return user;
  };
  const signIn = () => startSession(world.deps, { identity, verifiedEmail: email });
  const groups = async () => {
    const started = await signIn();
    return started.ok ? started.value.session.principal.memberships : [];
  };
  const stored = async ({ userId }: User) => (await findUser(world.table, userId))?.value;
  return { ...world, email, letIn, signIn, groups, stored };
}

describe('one person with one address', () => {
  it('who signed in before has both groups once a second one lets them in', async () => {
    const { letIn, groups, stored, table } = somebody();
    const first = await letIn();
    expect(await groups()).toEqual(first.memberships);
    const second = await letIn();
    expect(await groups()).toEqual([...first.memberships, ...second.memberships]);
    expect(await groups()).toHaveLength(2);
    expect(await stored(second)).toMatchObject({ active: false, memberships: [] });
    const [held] = second.memberships;
    if (held === undefined || !('organizationId' in held)) throw new Error('A lead has a group');
    const members = await listMembers(table, MANCHESTER, held.organizationId);
    expect(members.map(({ userId }) => userId)).toEqual([first.userId]);
  });

  it('has both as well when they come for the first time after the second', async () => {
    const { letIn, groups } = somebody();
    const [first, second] = [await letIn(), await letIn()];
    expect(await groups()).toEqual([...first.memberships, ...second.memberships]);
  });

  it('who left comes back as whom they are invited as, without what they had', async () => {
    const { letIn, signIn, groups, stored, table } = somebody();
    const first = await letIn();
    await signIn();
    const left = await stored(first);
    if (left === undefined) throw new Error('They were there');
    await table.write({
      kind: 'put',
      table: 'portal',
      item: userItem({ ...left, active: false }, 2),
      expected: 'any',
    });
    expect((await signIn()).ok).toBe(false);
    const second = await letIn();
    expect(await groups()).toEqual(second.memberships);
    expect(await groups()).toEqual(second.memberships);
  });

  it('keeps to their own area when another invites them', async () => {
    const { letIn, groups } = somebody();
    const first = await letIn();
    await groups();
    await letIn({ area: AreaId.parse('shropshire') });
    expect(await groups()).toEqual(first.memberships);
  });
});
