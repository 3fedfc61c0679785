import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { acceptReferral } from '#functions/commands/accept-referral.ts';
import { outcomeByLink } from '#functions/commands/link-outcome.ts';
import { startReferral } from '#functions/commands/progress-referral.ts';
import { systemSecret } from '#functions/runtime/secrets.ts';
import { findLink, makeLink } from '#functions/store/link-token.ts';
import { invitedUserItems } from '#functions/store/user.ts';
import type { OutcomePress } from '#shared/api/link-outcome.ts';
import type { ReferralId } from '#shared/model/ids.ts';
import type { Principal } from '#shared/model/roles.ts';
import { startEngine, type TestEngine } from '#test/support/engine.ts';
import { MANCHESTER, NOW, type ReferralWorld, referralWorld } from '#test/support/referral-world.ts';

let engine: TestEngine;
let world: ReferralWorld;
beforeAll(async () => {
  engine = await startEngine();
});
beforeEach(async () => {
  world = await referralWorld(engine.tableWith({ now: () => NOW }));
});
afterAll(() => engine.close());

const started = async () => {
  const id = await world.sent();
  await acceptReferral(world.deps, world.asked(world.people.reader, id), { contactBy: '2026-11-30' });
  await startReferral(world.deps, world.asked(world.people.sender, id), { on: '2026-11-23' });
  return id;
};
const linkTo = async (id: ReferralId, who: Principal, active = true) => {
  for (const item of invitedUserItems({ ...who, active, mail: 'instant' })) await world.put(item);
  const to = { purpose: 'outcome', area: MANCHESTER, subject: id, holder: who.userId } as const;
  return makeLink({ table: world.deps.table, secret: systemSecret }, to, NOW);
};
const press = async (token: string, said: OutcomePress = { outcome: 'came_some' }) => {
  const found = await findLink(world.deps.table, token, NOW);
  if (found?.life !== 'live') return found?.life;
  const done = await outcomeByLink(world.deps, { link: found.link, at: NOW, press: said });
  return done.ok ? 'done' : done.refusal.code;
};

describe('an outcome by link', () => {
  it('is recorded once under the name of whoever was mailed it', async () => {
    const id = await started();
    const token = await linkTo(id, world.people.sender);
    expect([await press(token), await press(token)]).toEqual(['done', 'used']);
    expect((await world.read(id)).value).toMatchObject({
      state: 'completed',
      completed: { outcome: 'came_some', byName: 'Tomasz Reed' },
    });
  });

  it('is refused to who may sign in no longer, or has nothing to do with it', async () => {
    const id = await started();
    expect(await press(await linkTo(id, world.people.sender, false))).toBe('not_found');
    expect(await press(await linkTo(id, world.people.stranger))).toBe('not_found');
    expect((await world.read(id)).value.state).toBe('started');
  });

  it('is not written over what somebody recorded already', async () => {
    const id = await started();
    const [one, other] = [await linkTo(id, world.people.sender), await linkTo(id, world.people.reader)];
    expect([await press(one), await press(other)]).toEqual(['done', 'not_possible_now']);
  });
});

describe('a first visit by link', () => {
  const accepted = async () => {
    const id = await world.sent();
    await acceptReferral(world.deps, world.asked(world.people.reader, id), { contactBy: '2026-11-30' });
    return id;
  };

  it.each([
    [{ came: 'today' }, '2026-11-23'],
    [{ came: 'another', 'came-day': '3', 'came-month': '11', 'came-year': '2026' }, 'invalid'],
    [{ came: 'another', 'came-day': '31', 'came-month': '2', 'came-year': '2026' }, 'invalid'],
    [{ came: 'another', 'came-day': '24', 'came-month': '11', 'came-year': '2026' }, 'invalid'],
    [{ came: 'another' }, 'invalid'],
  ] as const)('%o leads to %s', async (said, to) => {
    const id = await accepted();
    const token = await linkTo(id, world.people.reader);
    const done = await press(token, said);
    const { state, started: visit } = (await world.read(id)).value;
    if (to === 'invalid') {
      expect([done, state]).toEqual(['invalid', 'accepted']);
      expect(await press(token, { came: 'today' })).toBe('done');
    } else {
      expect([done, state, visit?.on, visit?.byName]).toEqual(['done', 'started', to, 'Idris Vale']);
      expect(await press(token)).toBe('used');
    }
  });

  it('that never was closes the referral and gives the place back', async () => {
    const id = await accepted();
    const before = (await world.capacityNow())?.capacity?.places ?? 0;
    expect(await press(await linkTo(id, world.people.reader), { reason: 'changed_mind' })).toBe('done');
    expect((await world.read(id)).value).toMatchObject({ state: 'not_started', holdsPlace: false });
    expect((await world.capacityNow())?.capacity?.places).toBe(before + 1);
  });

  it('is not recorded where it is an outcome that is asked for', async () => {
    expect(await press(await linkTo(await started(), world.people.reader), { came: 'today' })).toBe(
      'not_possible_now',
    );
  });
});
