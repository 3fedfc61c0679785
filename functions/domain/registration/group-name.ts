/** Small words that people write or leave out. */
const SMALL = new Set([
  'the',
  'a',
  'an',
  'and',
  'of',
  'at',
  'in',
  'for',
  'group',
  'club',
  'cic',
  'cio',
  'ltd',
  'limited',
]);

/**
 * A group's name as it is compared with others: no case, accents, signs or small words. Never shown, and
 * empty for no name: one made of small words alone is compared as it stands.
 */
export function comparedName(name: string): string {
  const words = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  const telling = words.filter((word) => !SMALL.has(word));
  return (telling.length > 0 ? telling : words).join(' ');
}
