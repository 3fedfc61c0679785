import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { systemIds } from '#functions/runtime/ids.ts';
import { isSoundReference, REFERENCE_ALPHABET, referenceFrom } from '#shared/model/reference.ts';

const references = fc.uint8Array({ minLength: 7, maxLength: 7 }).map(referenceFrom);
const places = [2, 3, 4, 5, 7, 8, 9, 10];

describe('a reference said aloud', () => {
  test('is sound, whatever it was made from', () => {
    fc.assert(fc.property(references, isSoundReference));
    expect(isSoundReference(systemIds.reference())).toBe(true);
  });

  test('with one character misheard is found out', () => {
    fc.assert(
      fc.property(
        references,
        fc.constantFrom(...places),
        fc.constantFrom(...REFERENCE_ALPHABET),
        (reference, place, heard) => {
          fc.pre(reference.charAt(place) !== heard);
          const wrong = reference.slice(0, place) + heard + reference.slice(place + 1);
          expect(isSoundReference(wrong)).toBe(false);
        },
      ),
    );
  });

  test.each(['R-7K3M-92Q0', 'R-7K3M-92QI', 'r-7k3m-92qf', 'R7K3M92QF', ''])('%j is none', (text) => {
    expect(isSoundReference(text)).toBe(false);
  });
});
