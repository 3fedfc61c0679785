import type { FieldProblem } from '#shared/api/problem.ts';
import { privateWords as words } from '#shared/text/en/private-words.ts';
import { isTicked } from './form-data.ts';
import { PRIVATE_KINDS, type PrivateKind, privateWords } from './private-words.ts';

/** The name of the tick that says: I looked again, this is nobody's detail. */
export const keepName = (id: string): string => `${id}-keep`;

type Watched = { id: string; text: string | null; kinds?: readonly PrivateKind[] };

/** What looks like somebody's details in free text, unless they ticked that it is not. */
export const lookForDetails = (fields: readonly Watched[], data: FormData): FieldProblem[] =>
  fields.flatMap(({ id, text, kinds = PRIVATE_KINDS }) => {
    const found = privateWords(text ?? '').filter((kind) => kinds.includes(kind));
    return found.length === 0 || isTicked(data, keepName(id)) ? [] : [{ id, text: words.looksLike(found) }];
  });
