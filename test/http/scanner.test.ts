import { createHash, randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { LinkPurpose } from '#functions/domain/links/life.ts';
import { systemSecret } from '#functions/runtime/secrets.ts';
import { findLink, linkUsed, makeLink } from '#functions/store/link-token.ts';
import { registrationItem } from '#functions/store/registration.ts';
import { TABLES } from '#functions/store/table.ts';
import { Registration } from '#shared/model/registration.ts';
import { startEngine, type TestEngine } from '#test/support/engine.ts';
import { everything } from '#test/support/everything.ts';
import { ask } from '#test/support/http-world.ts';
import { MANCHESTER, NOW } from '#test/support/referral-world.ts';
import { staffWorld } from '#test/support/staff-world.ts';

let engine: TestEngine;
beforeAll(async () => {
  engine = await startEngine();
  return () => engine.close();
});

/** Each kind of mailed link: where its page is, and which function answers. */
const KINDS = {
  room: ['intake', '/capacity'],
  outcome: ['intake', '/outcome'],
  confirm: ['joining', '/confirm'],
  invite: ['joining', '/invite'],
} as const satisfies Record<LinkPurpose, readonly ['intake' | 'joining', string]>;
const purposes = Object.keys(KINDS) as LinkPurpose[];

/** A group with a link of every kind that waits to be pressed. */
async function mailed() {
  const world = await staffWorld(engine);
  const { sender, reader, lead } = world.people;
  const { table, clock } = world.http;
  const id = await world.sent();
  await world.as(reader).sealed(`/api/referrals/${id}/accept`, { body: { contactBy: '2026-11-30' } });
  await world.as(sender).get('/api/session');
  const group = randomUUID();
  const registration = Registration.parse({
    ...{ id: group, area: 'manchester', state: 'mailed', name: 'Kite Makers', happens: 'Kites', lead: null },
    ...{ when: 'Sundays', outcode: 'M14', email: 'kite@demo.example', at: NOW, made: 'x', twin: null },
    ...{ checked: null, returned: null },
  });
  await world.put(registrationItem(registration, 1, NOW));
  const membership = { role: 'group_reader', organizationId: world.groupId };
  const email = `ann-${randomUUID().slice(0, 8)}@lantern.example`;
  const invited = await world.as(lead).staff('POST', '/api/invites', { body: { email, membership } });
  const subjects: Record<LinkPurpose, [subject: string, holder: string]> = {
    room: [world.groupId, 'rosa'],
    outcome: [id, sender.userId],
    confirm: [group, group],
    invite: [invited.json.id, invited.json.id],
  };
  const make = (purpose: LinkPurpose) => {
    const [subject, holder] = subjects[purpose];
    const link = { purpose, area: MANCHESTER, subject, holder };
    return makeLink({ table, secret: systemSecret }, link, clock.now());
  };
  const visit = (purpose: LinkPurpose, token: string, method = 'GET', headers = {}) => {
    const [boundary, path] = KINDS[purpose];
    return ask(world.apps[boundary], method, `${path}/${token}`, { headers });
  };
  /** A link that works once, and has. */
  const used = async (purpose: LinkPurpose) => {
    const token = await make(purpose);
    const found = await findLink(table, token, clock.now());
    if (found?.life !== 'live') throw new Error('The link was just made');
    await table.write(linkUsed(found.link, clock.now()));
    return token;
  };
  return { ...world, make, visit, used, table, clock };
}

/** Everything there is, a line an item, whatever the order its attributes come in. */
async function stored(): Promise<Set<string>> {
  const lines = TABLES.map(async (table) =>
    (await everything(engine, table)).map((item) => {
      const text = JSON.stringify(Object.entries(item).toSorted(([a], [b]) => a.localeCompare(b)));
      return `${table} ${item.pk} ${item.sk} ${createHash('sha256').update(text).digest('hex')}`;
    }),
  );
  return new Set((await Promise.all(lines)).flat());
}

/** As mail programs, previews and scanners ask. */
const VISITORS = [
  {},
  { 'user-agent': 'MailScanner/5', accept: '*/*' },
  { 'sec-purpose': 'prefetch;prerender', purpose: 'prefetch' },
  { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' },
];

describe.each(purposes)('a %s link that only a scanner follows', (purpose) => {
  it('changes nothing anywhere by GET and HEAD, and still works afterwards', async () => {
    const world = await mailed();
    const token = await world.make(purpose);
    const before = await stored();
    for (const headers of VISITORS) {
      expect((await world.visit(purpose, token, 'GET', headers)).status).toBe(200);
      await world.visit(purpose, token, 'HEAD', headers);
    }
    const after = await stored();
    expect([...after].filter((line) => !before.has(line))).toEqual([]);
    expect(after.size).toBe(before.size);
    expect((await findLink(world.table, token, world.clock.now()))?.life).toBe('live');
  });

  it('leads nowhere that a GET would change: its form posts back to itself', async () => {
    const world = await mailed();
    const page = await world.visit(purpose, await world.make(purpose));
    const links = [...page.text.matchAll(/<(?:a|link|img|script|iframe)\b[^>]*(?:href|src)="([^"]+)"/g)];
    for (const [, address = ''] of links)
      expect(address).not.toMatch(/\/(capacity|outcome|confirm|invite)\//);
    for (const [form] of page.text.matchAll(/<form\b[^>]*>/g)) expect(form).toMatch(/method="post"/i);
    expect(page.text).toMatch(/<form\b/);
  });

  it('says nothing of what it was for once it is used, run out, replaced or made up', async () => {
    const world = await mailed();
    const answers = [await world.visit(purpose, systemSecret())];
    if (purpose !== 'room') answers.push(await world.visit(purpose, await world.used(purpose)));
    const replaced = await world.make(purpose);
    await world.make(purpose);
    answers.push(await world.visit(purpose, replaced));
    world.clock.advance(31 * 86_400_000);
    answers.push(await world.visit(purpose, replaced));
    const shapes = answers.map(({ status, headers }) => {
      headers.delete('content-length');
      return JSON.stringify([status, [...headers].filter(([name]) => name !== 'x-request-id')]);
    });
    expect(new Set(shapes).size).toBe(1);
    for (const { status, text } of answers) {
      expect(status).toBe(404);
      expect(text).not.toMatch(/Marigold|Kite Makers|Rosa|Tomasz|Ann|@/);
    }
  });
});
