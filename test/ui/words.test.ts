import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** Every sentence in a table of words, with where it stands; functions are asked with plain arguments. */
function sentences(value: unknown, where: string): { where: string; text: string }[] {
  if (typeof value === 'string') return [{ where, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => sentences(one, `${where}.${key}`));
}

const files = readdirSync('shared/text/en').filter((file) => file.endsWith('.ts'));
const texts = (
  await Promise.all(
    files.map(async (file) =>
      sentences({ ...(await import(`#shared/text/en/${file}`)) }, file.replace('.ts', '')),
    ),
  )
).flat();

// Words that talk down, talk shop, or belong to another service.
const BANNED =
  /\b(please|invalid|client|clients|provider|service user|stakeholder|utilise|capacity|LAD|e\.g\.|i\.e\.)\b/i;
const MOST_WORDS = 20;

describe('the words on the screen', () => {
  it('are found at all', () => {
    expect(texts.length).toBeGreaterThan(300);
  });

  it('use none of the words we do not use', () => {
    expect(texts.filter(({ text }) => BANNED.test(text))).toEqual([]);
  });

  it('keep to sentences of 20 words', () => {
    const long = texts.flatMap(({ where, text }) =>
      text
        .split(/(?<=[.?!:;])\s+/)
        .filter((sentence) => sentence.split(/\s+/).length > MOST_WORDS)
        .map((sentence) => ({ where, sentence })),
    );
    expect(long).toEqual([]);
  });
});
