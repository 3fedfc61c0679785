import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ActivityKind, Need } from '#shared/model/need.ts';

/** What words of a directory's terms, or of a listing itself, say of what happens there and what it helps with. */
export type TermRule = { words: readonly string[]; kind?: ActivityKind; needs: readonly Need[] };

/** The rules of terms.txt, in its order; a line that is none stops everything, with its number. */
export function readTermRules(): TermRule[] {
  const lines = readFileSync(join(import.meta.dirname, 'terms.txt'), 'utf8').split('\n');
  return lines.flatMap((line, index) => {
    if (line === '' || line.startsWith('#')) return [];
    const [kind, needs, words] = line.split('\t');
    if (!words) throw new Error(`Line ${index + 1} of terms.txt needs a kind, needs and words`);
    return {
      kind: ActivityKind.parse(kind),
      needs: (needs ?? '').split(' ').map((need) => Need.parse(need)),
      words: words.split(', '),
    };
  });
}

/** What a group most likely does when all that is known is what it helps with. */
export const KIND_OF_NEED: Readonly<Record<Need, ActivityKind>> = {
  company: 'befriending',
  money: 'advice',
  home: 'advice',
  moving: 'sport',
  food: 'healthy_eating',
  carers: 'peer_support',
  work: 'group_learning',
  digital: 'digital_skills',
  grief: 'peer_support',
  safety: 'advice',
  identity: 'peer_support',
  purpose: 'volunteering',
};
