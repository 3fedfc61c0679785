import type { Item } from './table.ts';

/** The requests an item remembers, oldest first: short hashes beside its body, never contents. */
export const marksOf = (item: Item | undefined): string[] =>
  String(item?.['moved'] ?? '')
    .split(' ')
    .filter((mark) => mark !== '');

/** Marks as they stand beside a body. */
export const marksBeside = (marks: readonly string[]) => ({ moved: marks.join(' ') });
