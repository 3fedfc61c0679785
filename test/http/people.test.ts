import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listTeam } from '#functions/store/user.ts';
import type { StaffPerson } from '#shared/api/people.ts';
import { startEngine, type TestEngine } from '#test/support/engine.ts';
import { principal } from '#test/support/referral-world.ts';
import { type StaffWorld, staffWorld } from '#test/support/staff-world.ts';

let engine: TestEngine;
let world: StaffWorld;
beforeAll(async () => {
  engine = await startEngine();
  world = await staffWorld(engine);
  for (let number = 0; number < 120; number += 1) {
    const [membership] = world.people.sender.memberships;
    if (membership === undefined) throw new Error('The sender is in a team');
    const colleague = principal(`Colleague ${number}`, membership);
    await world.http.invite({ ...colleague, active: number % 10 !== 0, mail: 'instant' });
  }
});
afterAll(() => engine.close());

/** Follows the cursors to the end. */
async function pagesFor(who: keyof StaffWorld['people']): Promise<StaffPerson[][]> {
  const pages: StaffPerson[][] = [];
  let cursor: string | null = '';
  while (cursor !== null && pages.length < 20) {
    const { json } = await world.as(world.people[who]).get(`/api/people${cursor && `?cursor=${cursor}`}`);
    pages.push(json.rows);
    cursor = json.next;
  }
  return pages;
}

describe('the people a coordinator or a manager looks after', () => {
  it.each(['coordinator', 'manager'] as const)('are all reached, 50 at a time, by a %s', async (who) => {
    const pages = await pagesFor(who);
    const names = pages.flat().map(({ name }) => name);
    expect(pages.length).toBeGreaterThanOrEqual(3);
    expect(Math.max(...pages.map(({ length }) => length))).toBeLessThanOrEqual(50);
    expect(names.filter((name) => name.startsWith('Colleague '))).toHaveLength(108);
    expect(new Set(names).size).toBe(names.length);
  });

  it('are all known to whoever writes to a team, however large it is', async () => {
    const [membership] = world.people.sender.memberships;
    if (membership === undefined || !('schemeId' in membership)) throw new Error('The sender is in a team');
    const team = await listTeam(world.http.table, world.people.sender.area, membership.schemeId);
    expect(team.filter(({ name }) => name.startsWith('Colleague '))).toHaveLength(108);
  });

  it('are not shown from a place that is none of theirs', async () => {
    const strange = Buffer.from(JSON.stringify(['7b6f0f6e-9a0c-4a57-8c2e-1f1f9d5b0a01', null])).toString(
      'base64url',
    );
    const own = Buffer.from(JSON.stringify([null, null])).toString('base64url');
    const asked = async (who: keyof StaffWorld['people'], cursor: string) =>
      (await world.as(world.people[who]).get(`/api/people?cursor=${cursor}`)).status;
    expect(await asked('coordinator', strange)).toBe(400);
    expect(await asked('coordinator', 'x')).toBe(400);
    expect(await asked('coordinator', own)).toBe(200);
    // The staff of the area are a coordinator's to see, not a manager's.
    expect(await asked('manager', own)).toBe(400);
  });
});
