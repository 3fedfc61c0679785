import { describe, expect, it } from 'vitest';
import { askedWords, isFound, stem, stemmed } from '#functions/search/words.ts';

const finds = (typed: string, text: string) =>
  askedWords(typed).every((word) => isFound(word, stemmed(text)));

describe('words', () => {
  it.each([
    ['walks', 'A short walk by the canal'],
    ['walking', 'Footpath friends: we stroll'],
    ['lonely', 'For anyone who would like company'],
    ['choir', 'Singing for breath'],
    ['debts', 'Help with money and bills'],
    ['computers', 'Phone and tablet help'],
    ['café', 'A cafe with cake'],
    ['carer’s break', 'Carers: a break for you'],
    ['gard', 'The garden gate'],
  ])('finds %s in “%s”', (typed, text) => {
    expect(finds(typed, text)).toBe(true);
  });

  it.each([
    ['swimming', 'A sewing table'],
    ['tea chess', 'Tea and cards'],
    ['art', 'The party starts at noon'],
  ])('does not find %s in “%s”', (typed, text) => {
    expect(finds(typed, text)).toBe(false);
  });

  it('asks nothing when only common words were typed', () => {
    expect(askedWords('a group for the people')).toEqual([]);
  });

  it('cuts the same root from all forms of a word', () => {
    for (const forms of [
      ['garden', 'gardens', 'gardening', 'gardener'],
      ['bake', 'baking', 'bakes'],
      ['swim', 'swimming'],
    ])
      expect(new Set(forms.map(stem)).size).toBe(1);
  });

  it('keeps what somebody types within bounds', () => {
    expect(
      askedWords(`${'word '.repeat(1000)}a1 b2 c3 d4 e5 f6 g7 h8 i9 j10 k11 l12 m13`).length,
    ).toBeLessThanOrEqual(12);
  });
});
