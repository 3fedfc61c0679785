import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { comparedName } from '#functions/domain/registration/group-name.ts';
import { formToken, readFormToken } from '#functions/http/form-token.ts';
import { outcodeItem } from '#functions/store/directory.ts';
import { register as words } from '#shared/text/en/register.ts';
import { startEngine, type TestEngine } from '#test/support/engine.ts';
import { everything } from '#test/support/everything.ts';
import { ask, HOUR } from '#test/support/http-world.ts';
import { MANCHESTER } from '#test/support/referral-world.ts';
import { groupAnswers } from '#test/support/registering.ts';
import { staffWorld } from '#test/support/staff-world.ts';

let engine: TestEngine;
beforeAll(async () => {
  engine = await startEngine();
  return () => engine.close();
});

async function intake() {
  const world = await staffWorld(engine);
  const { table, clock } = world.http;
  const shard = { outcode: 'M14', area: MANCHESTER, councilName: 'Manchester', wards: [], units: {} };
  await table.write({ kind: 'put', table: 'directory', item: outcodeItem(shard), expected: 'any' });
  const token = async () => {
    const page = await ask(world.apps.intake, 'GET', '/register');
    const found = /name="form" value="([^"]+)"/.exec(page.text)?.[1] ?? '';
    clock.advance(5_000);
    return found;
  };
  const post = (form: Record<string, string>) =>
    ask(world.apps.intake, 'POST', '/register', {
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'idempotency-key': undefined,
        origin: 'null',
      },
      raw: new URLSearchParams(form).toString(),
    });
  const stored = async (name: string) =>
    (await everything(engine, 'portal')).filter(({ body }) => String(body).includes(name));
  return { clock, token, post, stored, intake: world.apps.intake };
}

describe('a registration', () => {
  it('is one, however often the same page is sent', async () => {
    const world = await intake();
    const answers = { ...groupAnswers(), form: await world.token() };
    for (const _ of [1, 2]) expect((await world.post(answers)).text).toContain(words.sent.title);
    expect(await world.stored(answers.name)).toHaveLength(1);
    world.clock.advance(HOUR);
  });

  it('of a machine is thanked and forgotten', async () => {
    const world = await intake();
    world.clock.advance(2 * HOUR);
    const answers = { ...groupAnswers(), form: await world.token(), more: 'https://spam.example' };
    expect((await world.post(answers)).text).toContain(words.sent.title);
    expect(await world.stored(answers.name)).toEqual([]);
  });

  it('that comes faster than anybody can type is shown again with what was typed', async () => {
    const world = await intake();
    world.clock.advance(4 * HOUR);
    const token = await world.token();
    world.clock.advance(-4_000);
    const answers = { ...groupAnswers(), form: token };
    const again = await world.post(answers);
    expect(again.status).toBe(422);
    expect(again.text).toContain(words.tooFast);
    expect(again.text).toContain(answers.email);
    expect(await world.stored(answers.name)).toEqual([]);
  });

  it('may come three times an hour from one network, then it waits', async () => {
    const world = await intake();
    world.clock.advance(8 * HOUR);
    const send = async () => (await world.post({ ...groupAnswers(), form: await world.token() })).status;
    expect([await send(), await send(), await send(), await send()]).toEqual([200, 200, 200, 429]);
  });

  it('is answered alike for an address that is known, and beyond three a day nothing more is kept', async () => {
    const world = await intake();
    world.clock.advance(16 * HOUR);
    const { email } = groupAnswers();
    const replies: string[] = [];
    for (let round = 0; round < 4; round += 1) {
      const body = { ...groupAnswers(), email, form: await world.token() };
      const headers = { 'idempotency-key': randomUUID() };
      const answer = await ask(world.intake, 'POST', '/api/registrations', { body, headers });
      replies.push(`${answer.status} ${answer.text}`);
      world.clock.advance(HOUR);
    }
    expect(new Set(replies)).toEqual(new Set(['202 {"received":true}']));
    expect(await world.stored(email)).toHaveLength(3);
  });
});

describe('the token of a form', () => {
  const at = '2026-11-23T09:00:00.000Z';
  const token = formToken(at, 'abc', 'secret');
  it.each([
    ['a person’s answer', token, '2026-11-23T09:05:00.000Z', 'fit'],
    ['a machine’s', token, '2026-11-23T09:00:01.000Z', 'too_fast'],
    ['one of yesterday', token, '2026-11-24T09:00:01.000Z', 'stale'],
    ['one made up', `${token}x`, '2026-11-23T09:05:00.000Z', 'stale'],
    ['nothing', '', '2026-11-23T09:05:00.000Z', 'stale'],
  ])('of %s', (_of, given, now, kind) => {
    expect(readFormToken(given, now, ['other', 'secret']).kind).toBe(kind);
  });
});

describe('the name a group is compared by', () => {
  it.each([
    ['The Lantern Walkers', 'lantern walkers'],
    ['Lantern   WALKERS CIC', 'lantern walkers'],
    ['St Agnes’s Café', 'st agness cafe'],
    ['The Group', 'the group'],
  ])('of %s is %s', (name, compared) => {
    expect(comparedName(name)).toBe(compared);
  });
});
