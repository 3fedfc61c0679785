import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decode } from '#infra/operator/import/decode.ts';
import { gather, MOST_OF_A_GROUP, MOST_SERVICES } from '#infra/operator/import/gather.ts';
import { DEEPEST, jsonFault, placeOf } from '#infra/operator/import/json-text.ts';
import { coveredPlaces } from '#infra/operator/import/places.ts';
import type { TestEngine } from '#test/support/engine.ts';
import { importInto, listedNames, watched } from '#test/support/importing.ts';
import { location, organization, page, service, services } from '#test/support/oruk-feed.ts';
import { seededEngine } from '#test/support/seeded.ts';

const places = coveredPlaces();
const read = (value: unknown) => gather(value, { places, ownTerms: {}, leaveOutBroken: false });

/** Every path of a value, so that any part of it can be spoilt. */
function pathsOf(value: unknown, path: (string | number)[] = []): (string | number)[][] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([name, part]) => pathsOf(part, [...path, name]))];
}

/** A copy with one part replaced, or taken out when the new one is undefined. */
function spoilt(value: unknown, [step, ...rest]: (string | number)[], by: unknown): unknown {
  if (step === undefined) return by;
  const copy: Record<string, unknown> = Array.isArray(value) ? Object([...value]) : { ...Object(value) };
  copy[step] = spoilt(copy[step], rest, by);
  return copy;
}

const FEED = page(services(2));
const PATHS = pathsOf(FEED);
const spoilers = fc.oneof(
  fc.constantFrom(
    undefined,
    null,
    '',
    0,
    -1,
    1e21,
    true,
    [],
    {},
    'NaN',
    '<b></b>',
    '\u0000',
    '{"a":1}',
    'constructor',
    ['__proto__'],
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constant('x'.repeat(100_000)),
  fc.array(fc.dictionary(fc.string(), fc.jsonValue()), { maxLength: 3 }),
  fc.jsonValue(),
);
const spoiltFeeds = fc
  .array(fc.tuple(fc.constantFrom(...PATHS), spoilers), { minLength: 1, maxLength: 4 })
  .map((changes) => changes.reduce<unknown>((feed, [path, by]) => spoilt(feed, path, by), FEED));

describe('a file that is spoilt in any place', () => {
  it('is read without a throw, and what is listed fits what may be kept', () => {
    fc.assert(
      fc.property(spoiltFeeds, (feed) => {
        const { candidates, faults } = read(feed);
        for (const { content, services: listed } of candidates) {
          expect(content.name.length).toBeGreaterThan(0);
          expect(listed.length).toBeLessThanOrEqual(MOST_OF_A_GROUP);
          for (const one of listed) expect(one.content.description.length).toBeLessThanOrEqual(600);
        }
        for (const { path, text } of faults)
          expect([Array.isArray(path), text.length > 0]).toEqual([true, true]);
      }),
      { numRuns: 1500 },
    );
  });

  it('is refused or listed whole: a refusal writes nothing, and what is written can be found', async () => {
    await fc.assert(
      fc.asyncProperty(spoiltFeeds, async (feed) => {
        const { table, seen } = watched(engine.table);
        const refused = await importInto(table, feed).then(
          () => false,
          () => true,
        );
        if (refused) expect(seen.writes).toBe(0);
      }),
      { numRuns: 25 },
    );
  }, 60_000);
});

let engine: TestEngine;
beforeAll(async () => {
  engine = await seededEngine();
});
afterAll(() => engine.close());

describe('a file that is no JSON', () => {
  it.each([
    ['{"a": 1', 1, 8, 'the file ends in the middle'],
    ['{\n "a": 1,\n "b" 2\n}', 3, 6, 'a colon is missing here'],
    ['[1, 2', 1, 6, 'the file ends in the middle'],
    ['[1 2]', 1, 4, 'a comma or ] is missing here'],
    ['{a: 1}', 1, 2, 'a name in double quotes is missing here'],
    ['[\n  "x",\n  nope\n]', 3, 3, 'this is no JSON value'],
    ['[1] []', 1, 5, 'there is more after the end'],
    ['["a\nb"]', 1, 4, 'a line break or tab'],
    ['[1,]', 1, 4, 'this is no JSON value'],
  ])('is refused with line and column: %j', (text, line, column, what) => {
    expect(() => JSON.parse(text)).toThrow();
    const fault = jsonFault(text);
    expect([fault?.line, fault?.column]).toEqual([line, column]);
    expect(fault?.text).toContain(what);
  });

  it('finds a fault in a text exactly when JSON.parse does', () => {
    const text = JSON.stringify(FEED);
    fc.assert(
      fc.property(fc.nat(text.length), fc.string({ maxLength: 3 }), fc.nat(2), (at, put, gone) => {
        const broken = text.slice(0, at) + put + text.slice(at + gone);
        const parses = (() => {
          try {
            JSON.parse(broken);
            return true;
          } catch {
            return false;
          }
        })();
        expect(jsonFault(broken) === undefined).toBe(parses);
      }),
      { numRuns: 500 },
    );
  });

  it('says the place of every value it holds', () => {
    const text = JSON.stringify(FEED, undefined, 2);
    expect(placeOf(text, ['contents', 1, 'name'])).toEqual({
      line: text.slice(0, text.indexOf('"Rope and needle 2"')).split('\n').length,
      column: expect.any(Number),
    });
    expect(placeOf(text, ['contents', 1, 'nothing', 'here'])).toEqual(placeOf(text, ['contents', 1]));
  });

  it('does not run out of stack, however deep it goes', () => {
    const deep = `${'['.repeat(200_000)}x`;
    expect(jsonFault(deep)?.text).toContain(String(DEEPEST));
    expect(read(JSON.parse(`${'['.repeat(50_000)}${']'.repeat(50_000)}`)).faults.length).toBeGreaterThan(0);
  });
});

describe('the encodings of real files', () => {
  const text = '{"name": "Café – Tea"}';
  it.each([
    ['utf-8', Buffer.from(text)],
    ['utf-8', Buffer.from(`\uFEFF${text}`)],
    ['utf-16le', Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['utf-16le', Buffer.from(text, 'utf16le')],
    ['utf-16be', Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()],
    [
      'windows-1252',
      Buffer.from([...Buffer.from('{"name": "Caf'), 0xe9, 0x20, 0x96, ...Buffer.from(' Tea"}')]),
    ],
  ])('%s is read for what it is', (encoding, bytes) => {
    expect(decode(bytes)).toEqual({ text, encoding });
  });
});

describe('the bounds of an import', () => {
  it('takes so many services and refuses more', () => {
    expect(read(services(MOST_SERVICES + 1)).faults[0]?.text).toContain(String(MOST_SERVICES));
  });

  it('lists so many activities of a group and says which are left out', () => {
    const one = organization(1);
    const many = Array.from({ length: MOST_OF_A_GROUP + 3 }, (_, index) =>
      service(index + 1, { organization: one }),
    );
    const { candidates, leftOut } = read(many);
    expect(candidates[0]?.services).toHaveLength(MOST_OF_A_GROUP);
    expect(leftOut.map(({ reason }) => reason)).toEqual(['too_many', 'too_many', 'too_many']);
  });

  it('cuts long texts after a sentence or a word', () => {
    const long = { name: `${'Rope '.repeat(60)}`, description: 'We knit. '.repeat(200) };
    const place = location(1, 'M14 5RL', { name: 'Hall '.repeat(100) });
    const { candidates } = read([service(1, { ...long, service_at_locations: [{ location: place }] })]);
    const content = candidates[0]?.services[0]?.content;
    expect(content?.description).toMatch(/^We knit\. .*We knit\.$/);
    expect(content?.description.length).toBeLessThanOrEqual(600);
    expect(content?.name).toMatch(/^Rope .*Rope…$/);
    expect(content?.place.name.length).toBeLessThanOrEqual(120);
  });
});

it('leaves the directory as it was after every refusal', async () => {
  expect((await listedNames(engine.table, 'Lantern Row')).length).toBeLessThanOrEqual(2 + 2 * 25);
});
