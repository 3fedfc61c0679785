import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildAll } from '#infra/build/build.ts';
import type { ReferralRequest } from '#shared/api/referrals.ts';
import { Caller } from '#test/support/caller.ts';
import { groupOf } from '#test/support/demonstration.ts';
import { referralRequest } from '#test/support/referral-request.ts';
import { freePort, start } from './started.ts';
import { ownDirectory } from './support.ts';

type Sent = { key: string; body: ReferralRequest; id?: string };
const idIn = (json: unknown): string => (json as { id: string }).id;

beforeAll(async () => {
  await buildAll();
}, 180_000);

/** Sends one after the other until the portal dies; what was acknowledged has an id. */
async function sendUntilItDies(sender: Caller, sends: readonly Sent[], onAnswer: () => void): Promise<void> {
  for (const sent of sends) {
    const answer = await sender.post('/api/referrals', sent.body, { key: sent.key }).catch(() => undefined);
    if (answer === undefined) return;
    if (answer.status === 201) sent.id = idIn(answer.json);
    onAnswer();
  }
}

describe('a portal killed while people send referrals', () => {
  it('has everything it acknowledged when it comes back, and each request once', async () => {
    const data = ownDirectory();
    const port = await freePort();
    const first = start(data, port);
    await first.ready;
    const origin = `http://localhost:${port}`;
    const lead = await new Caller(origin, 'group-lead').signIn('group-lead');
    const { serviceId } = await groupOf(lead);
    await lead.ask('PUT', `/api/services/${serviceId}/capacity`, { body: { state: 'open', places: 900 } });
    const sender = await new Caller(origin, 'link-worker').signIn('link-worker');
    const before = await idsOf(sender);

    // Two of this team wait there already, and ten may.
    const sends: Sent[] = Array.from({ length: 8 }, () => ({
      key: randomUUID(),
      body: referralRequest(serviceId),
    }));
    let answered = 0;
    const die = () => {
      answered += 1;
      if (answered === 4) first.child.kill('SIGKILL');
    };
    const thirds = [0, 1, 2].map((third) => sends.filter((_, index) => index % 3 === third));
    await Promise.all(thirds.map((some) => sendUntilItDies(sender, some, die)));
    await first.ended;
    const acknowledged = sends.flatMap(({ id }) => id ?? []);
    expect(acknowledged.length).toBeGreaterThanOrEqual(4);
    expect(acknowledged.length).toBeLessThan(sends.length);

    await start(data, port).ready;
    const listed = await idsOf(sender);
    expect(acknowledged.filter((id) => !listed.includes(id))).toEqual([]);

    for (const sent of sends) {
      const answer = await sender.post('/api/referrals', sent.body, { key: sent.key });
      expect(answer.status, answer.text).toBe(201);
      if (sent.id !== undefined) expect(idIn(answer.json)).toBe(sent.id);
    }
    expect((await idsOf(sender)).length).toBe(before.length + sends.length);
  }, 240_000);
});

/** Every referral under way in the sender's caseload, page by page. */
async function idsOf(sender: Caller): Promise<string[]> {
  const ids: string[] = [];
  let next: string | null = '';
  while (next !== null) {
    const cursor: string = next === '' ? '' : `&cursor=${encodeURIComponent(next)}`;
    const page = await sender.get(`/api/referrals?view=caseload${cursor}`);
    const { rows, next: more } = page.json as { rows: { id: string }[]; next: string | null };
    ids.push(...rows.map(({ id }) => id));
    next = more;
  }
  return ids;
}
