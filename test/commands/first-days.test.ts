import { beforeAll, describe, expect, it } from 'vitest';
import { declineReferral } from '#functions/commands/decline-referral.ts';
import { firstDays } from '#functions/commands/first-days.ts';
import { knowGroup } from '#functions/commands/know-group.ts';
import { isNew } from '#functions/domain/referral/newcomer.ts';
import { organizationItem } from '#functions/store/organization.ts';
import { AreaId } from '#shared/model/area.ts';
import { DAY_LENGTH, later } from '#shared/model/civil-time.ts';
import { startEngine, type TestEngine } from '#test/support/engine.ts';
import { everything } from '#test/support/everything.ts';
import { NOW, principal, referralWorld, room } from '#test/support/referral-world.ts';

let engine: TestEngine;
beforeAll(async () => {
  engine = await startEngine();
  return () => engine.close();
});

/** A group that a coordinator checked so many days ago. */
async function checkedBefore(days: number) {
  const world = await referralWorld(engine.tableWith({ now: () => NOW }), room(50));
  const group = { ...world.group, checkedAt: later(NOW, -days * DAY_LENGTH) };
  await world.put(organizationItem(group, 2));
  return { ...world, group };
}
type World = Awaited<ReturnType<typeof checkedBefore>>;
const isFull = async ({ deps, group }: World) =>
  (await firstDays(deps, { organization: group, at: NOW })).isFull;
const NO = { reason: 'outside_area', declinedBy: 'group', comment: null } as const;

describe('a group in its first thirty days', () => {
  it('has three open referrals at most, and may be sent the next as soon as one has closed', async () => {
    const world = await checkedBefore(5);
    const [first] = [await world.sent(), await world.sent(), await world.sent()];
    expect(await world.create()).toMatchObject({ ok: false, refusal: { code: 'group_is_new' } });
    expect(await isFull(world)).toBe(true);
    await declineReferral(world.deps, world.asked(world.people.reader, first, NOW), NO);
    expect(await isFull(world)).toBe(false);
    expect((await world.create()).ok).toBe(true);
    expect((await world.create()).ok).toBe(false);
  });

  it('is not sent a fourth by ten link workers at once', async () => {
    const world = await checkedBefore(5);
    const answers = await Promise.all(Array.from({ length: 10 }, () => world.create()));
    expect(answers.filter(({ ok }) => ok).length).toBeLessThanOrEqual(3);
    expect(await isFull(world)).toBe(answers.filter(({ ok }) => ok).length === 3);
  });

  it('ends to the minute, and is over for every group that is known', async () => {
    const checkedAt = later(NOW, -30 * DAY_LENGTH);
    expect(isNew({ checkedAt }, later(NOW, -1000))).toBe(true);
    expect(isNew({ checkedAt }, NOW)).toBe(false);
    const world = await checkedBefore(31);
    for (let sent = 0; sent < 4; sent += 1) expect((await world.create()).ok).toBe(true);
  });

  describe('whose limit a coordinator lifts', () => {
    const coordinator = principal('Sunil Grange', { role: 'coordinator' });
    const knows = ({ deps, groupId }: World, by = coordinator) =>
      knowGroup(deps, { principal: by, groupId, why: 'visited_since', at: NOW });

    it('is sent as many people as it has room for, with one event however often that is said', async () => {
      const world = await checkedBefore(5);
      for (let sent = 0; sent < 3; sent += 1) await world.sent();
      expect((await world.create()).ok).toBe(false);
      expect(await knows(world)).toEqual({ ok: true, value: undefined });
      expect(await knows(world)).toEqual({ ok: true, value: undefined });
      expect((await world.create()).ok).toBe(true);
      const told = (await everything(engine, 'events')).filter(
        ({ pk }) => pk === `organization#${world.groupId}`,
      );
      expect(told.map(({ type, body }) => [type, JSON.parse(String(body)).data])).toEqual([
        ['organization.known', { organizationId: world.groupId, why: 'visited_since' }],
      ]);
    });

    it('is a new one of their own area', async () => {
      const elsewhere = { ...coordinator, area: AreaId.parse('shropshire') };
      expect(await knows(await checkedBefore(5), elsewhere)).toMatchObject({
        refusal: { code: 'not_found' },
      });
      expect(await knows(await checkedBefore(31))).toMatchObject({ refusal: { code: 'not_possible_now' } });
    });
  });
});
