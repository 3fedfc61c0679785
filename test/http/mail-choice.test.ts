import { beforeAll, expect, it } from 'vitest';
import { findUser } from '#functions/store/user.ts';
import { startEngine, type TestEngine } from '#test/support/engine.ts';
import { everything } from '#test/support/everything.ts';
import { staffWorld } from '#test/support/staff-world.ts';

let engine: TestEngine;
beforeAll(async () => {
  engine = await startEngine();
  return () => engine.close();
});

it('lets a link worker choose once a day, with one event, and nobody else', async () => {
  const world = await staffWorld(engine);
  const { sender, reader } = world.people;
  const worker = world.as(sender);
  expect((await worker.get('/api/mail-choice')).json).toEqual({ often: 'instant' });
  const chosen = await worker.staff('PUT', '/api/mail-choice', { body: { often: 'daily' } });
  expect([chosen.status, chosen.json]).toEqual([200, { often: 'daily' }]);
  expect((await worker.get('/api/mail-choice')).json).toEqual({ often: 'daily' });
  await worker.staff('PUT', '/api/mail-choice', { body: { often: 'daily' } });
  const events = (await everything(engine, 'events')).filter(
    (item) => item['type'] === 'mail.chosen' && String(item['body']).includes(sender.userId),
  );
  expect(events).toHaveLength(1);
  const kept = await findUser(world.http.table, sender.userId);
  expect(kept?.value.memberships).toEqual(sender.memberships);
  expect((await world.as(reader).get('/api/mail-choice')).status).toBe(404);
});

it('refuses what is no choice by its field', async () => {
  const world = await staffWorld(engine);
  const answer = await world.as(world.people.sender).staff('PUT', '/api/mail-choice', {
    body: { often: 'never' },
  });
  expect(answer.status).toBe(422);
  expect(answer.json).toMatchObject({ fields: [{ id: 'often', text: 'Choose how often' }] });
});
