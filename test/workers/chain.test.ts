import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { acceptReferral } from '#functions/commands/accept-referral.ts';
import {
  anchorText,
  brokenAt,
  type Head,
  holdsAnchor,
  type Link,
  NO_HEAD,
  nextLink,
} from '#functions/domain/audit/chain.ts';
import { hashOf } from '#functions/runtime/secrets.ts';
import { type Anchor, listAnchors, listLinks } from '#functions/store/audit.ts';
import { AreaId } from '#shared/model/area.ts';
import { startEngine, type TestEngine } from '#test/support/engine.ts';
import { MANCHESTER, room } from '#test/support/referral-world.ts';
import { type WorkerWorld, workerWorld } from '#test/support/worker-world.ts';

let engine: TestEngine;
let world: WorkerWorld;
beforeAll(async () => {
  engine = await startEngine();
});
beforeEach(async () => {
  world = await workerWorld(engine, room(40));
  await world.read();
});
afterAll(() => engine.close());

const chain = () => listLinks(world.table, { area: MANCHESTER, tenant: world.scheme.id });
const anchor = async () => {
  world.queues.chain.waiting.push(JSON.stringify({ anchor: MANCHESTER }));
  await world.drain('chain');
};
const anchors = () => listAnchors(world.table, MANCHESTER);
const headOf = ({ heads }: Anchor) => heads.find(({ tenant }) => tenant === world.scheme.id);

describe('the chain of a team', () => {
  it('holds each of its events once, in a row, by the hash of what is stored', async () => {
    const id = await world.sent();
    await acceptReferral(world.deps, world.asked(world.people.reader, id), { contactBy: '2026-11-30' });
    await world.settle();
    const links = await chain();
    expect(links.map(({ sequence, aggregate, version }) => [sequence, aggregate, version])).toEqual([
      [1, `referral#${id}`, 1],
      [2, `referral#${id}`, 2],
    ]);
    expect(brokenAt(hashOf, links)).toBeUndefined();
    const stored = await world.table.get('events', { pk: `referral#${id}`, sk: '0000000001' });
    expect(links[0]?.body).toBe(hashOf(String(stored?.['body'])));
  });

  it('grows by one link an event when messages come many times and to several functions at once', async () => {
    for (let index = 0; index < 8; index += 1) await world.sent();
    await world.dispatched(await world.read());
    const messages = [...world.queues.chain.waiting];
    world.queues.chain.waiting.push(...messages, ...messages);
    await Promise.all([world.drain('chain'), world.drain('chain'), world.drain('chain')]);
    while (world.queues.chain.waiting.length > 0) await world.drain('chain');
    const links = await chain();
    expect(links).toHaveLength(8);
    expect(brokenAt(hashOf, links)).toBeUndefined();
  });
});

describe('an anchor', () => {
  it('is signed over the heads that moved, follows the one before, and is not made when nothing moved', async () => {
    const before = (await anchors()).length;
    await world.sent();
    await world.settle();
    await anchor();
    await anchor();
    await world.sent();
    await world.settle();
    await anchor();
    const [first, second, ...more] = (await anchors()).slice(before);
    expect(more).toEqual([]);
    if (first === undefined || second === undefined) throw new Error('Two anchors were due');
    expect([headOf(first)?.sequence, headOf(second)?.sequence]).toEqual([1, 2]);
    expect(second.previous).toBe(first.hash);
    expect(second.hash).toBe(hashOf(anchorText({ area: AreaId.parse('manchester'), ...second })));
    expect(world.signing.verifies(second.hash, second.signature)).toBe(true);
    expect(world.signing.verifies(first.hash, second.signature)).toBe(false);
  });

  it('shows a cut tail and a chain written anew, which the chain alone does not', async () => {
    for (let index = 0; index < 3; index += 1) await world.sent();
    await world.settle();
    await anchor();
    const links = await chain();
    const seen = headOf((await anchors()).at(-1) ?? unseen());
    if (seen === undefined) throw new Error('The anchor did not see this chain');
    const cut = links.slice(0, 2);
    const anew = written(['another', 'story', 'entirely']);
    for (const forged of [cut, anew]) {
      expect(brokenAt(hashOf, forged)).toBeUndefined();
      expect(holdsAnchor(forged, seen)).toBe(false);
    }
    expect(holdsAnchor(links, seen)).toBe(true);
  });
});

const unseen = (): never => {
  throw new Error('There is no anchor');
};

/** A chain of these texts. */
function written(texts: readonly string[]): Link[] {
  let head: Head = NO_HEAD;
  return texts.map((text, index) => {
    const link = nextLink(hashOf, head, {
      area: 'a',
      tenant: 't',
      aggregate: 'x#1',
      version: index + 1,
      text,
    });
    head = link;
    return link;
  });
}

it('any edit, swap, insertion or removal within a chain shows', () => {
  const honest = written(Array.from({ length: 12 }, (_, index) => `event ${index}`));
  const place = fc.nat({ max: honest.length - 2 });
  const tampering = fc.oneof(
    fc.record({
      kind: fc.constant('edit' as const),
      at: place,
      field: fc.constantFrom('body', 'previous', 'hash', 'aggregate', 'tenant' as const),
    }),
    fc.record({ kind: fc.constantFrom('swap', 'drop', 'repeat'), at: place }),
  );
  fc.assert(
    fc.property(tampering, (how) => {
      const links = honest.map((link) => ({ ...link }));
      const { at } = how;
      const [one, next] = [links[at], links[at + 1]];
      if (one === undefined || next === undefined) throw new Error('Out of range');
      if ('field' in how) Object.assign(one, { [how.field]: 'forged' });
      else if (how.kind === 'swap') links.splice(at, 2, next, one);
      else if (how.kind === 'drop') links.splice(at, 1);
      else links.splice(at, 0, { ...one });
      expect(brokenAt(hashOf, links)).toBeDefined();
    }),
    { numRuns: 2000 },
  );
});
