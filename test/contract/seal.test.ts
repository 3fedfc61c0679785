import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type SealedAt, seal, unseal } from '#functions/gateways/seal.ts';

const at: SealedAt = {
  table: 'people',
  pk: 'manchester#person#a#',
  sk: 'original',
  version: 1,
  owner: 'scheme-1',
};
const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });

describe('a sealed text', () => {
  test('opens to what it was, for every text, key and nonce', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), bytes(32), bytes(12), (text, key, nonce) => {
        expect(unseal(seal(text, { key, nonce, at }), { key, at })).toBe(text);
      }),
      { numRuns: 2000 },
    );
  });

  test('does not open with a single bit turned, wherever it is', () => {
    const key = randomBytes(32);
    const sealed = seal('Winnie, 07700 900201', { key, nonce: randomBytes(12), at });
    for (let bit = 0; bit < sealed.length * 8; bit += 1) {
      const turned = Uint8Array.from(sealed);
      const byte = Math.floor(bit / 8);
      turned[byte] = (turned[byte] ?? 0) ^ (1 << (bit % 8));
      expect(() => unseal(turned, { key, at }), `bit ${bit}`).toThrow();
    }
  });

  test.each<[string, Partial<SealedAt>]>([
    ['table', { table: 'portal' }],
    ['person', { pk: 'manchester#person#b#' }],
    ['record', { sk: 'copy#group-1' }],
    ['version', { version: 2 }],
    ['owner', { owner: 'scheme-2' }],
  ])('does not open when moved to another %s', (_, moved) => {
    const key = randomBytes(32);
    const sealed = seal('Winnie', { key, nonce: randomBytes(12), at });
    expect(() => unseal(sealed, { key, at: { ...at, ...moved } })).toThrow();
  });

  test('does not open with another person’s key', () => {
    const sealed = seal('Winnie', { key: randomBytes(32), nonce: randomBytes(12), at });
    expect(() => unseal(sealed, { key: randomBytes(32), at })).toThrow();
  });

  test('is refused when too short to be one, and a nonce of another length is never used', () => {
    const key = randomBytes(32);
    expect(() => unseal(randomBytes(27), { key, at })).toThrow('Too short');
    expect(() => seal('Winnie', { key, nonce: randomBytes(16), at })).toThrow('twelve bytes');
  });

  test('is AES-256-GCM as published: test case 14 of the GCM specification, without bound data', () => {
    const nothing: SealedAt = { table: '', pk: '', sk: '', version: 0, owner: '' };
    const sealed = seal('\0'.repeat(16), { key: new Uint8Array(32), nonce: new Uint8Array(12), at: nothing });
    // The cipher text does not depend on the bound data; the tag does, and is held by the tests above.
    expect(Buffer.from(sealed.subarray(12, 28)).toString('hex')).toBe('cea7403d4d606b6e074ec5d3baf39d18');
  });
});
