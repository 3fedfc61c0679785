import type { FieldProblem } from '#shared/api/problem.ts';
import { privateWords as words } from '#shared/text/en/private-words.ts';
import { isTicked } from './form-data.ts';
import { keepName } from './keep-name.ts';
import { PRIVATE_KINDS, type PrivateKind, privateWords } from './private-words.ts';

type Watched = { id: string; text: string | null; kinds?: readonly PrivateKind[] };

/** What looks like somebody's details in free text, unless they ticked that it is not. */
export type LookForDetails = (fields: readonly Watched[], data: FormData) => FieldProblem[];
export const lookForDetails: LookForDetails = (fields: readonly Watched[], data: FormData): FieldProblem[] =>
  fields.flatMap(({ id, text, kinds = PRIVATE_KINDS }) => {
    const found = privateWords(text ?? '').filter((kind) => kinds.includes(kind));
    return found.length === 0 || isTicked(data, keepName(id)) ? [] : [{ id, text: words.looksLike(found) }];
  });
