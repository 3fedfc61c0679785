import * as z from 'zod/mini';
import { ActivityKind, Need } from '#shared/model/need.ts';
import { KIND_OF_NEED, readTermRules, type TermRule } from './terms.ts';

const MOST_NEEDS = 6;

/** A text as it is compared: lower case words with a space before each. */
const compared = (text: string): string =>
  ` ${text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;

/** What an operator says of terms the portal does not know: `{"Knit and natter": {"needs": ["company"], "kind": "arts"}}`; no needs: the term says nothing. */
export const OwnTerms = z.record(
  z.string().check(z.minLength(1), z.maxLength(200)),
  z.strictObject({ needs: z.array(Need).check(z.maxLength(MOST_NEEDS)), kind: z.optional(ActivityKind) }),
);
export type OwnTerms = z.infer<typeof OwnTerms>;

export type Meaning = { kind: ActivityKind; needs: Need[] };
export type Telling = { terms: readonly string[]; words: readonly string[] };

/** A finder of needs; `own` goes before what the portal knows. */
export function needsFinder(own: OwnTerms) {
  const ownRules = new Map(Object.entries(own).map(([term, rule]) => [compared(term), rule]));
  const codes = new Map<string, TermRule>([
    ...Need.options.map((need) => [compared(need), { words: [], needs: [need] }] as const),
    ...ActivityKind.options.map((kind) => [compared(kind), { words: [], kind, needs: [] }] as const),
  ]);
  const known = readTermRules();
  const rulesIn = (text: string) =>
    known.filter(({ words }) => words.some((word) => text.includes(` ${word}`)));
  const ofTerm = (term: string): readonly Pick<TermRule, 'kind' | 'needs'>[] | undefined => {
    const text = compared(term);
    const said = ownRules.get(text) ?? codes.get(text);
    if (said !== undefined)
      return [said.kind === undefined ? { needs: said.needs } : { kind: said.kind, needs: said.needs }];
    const rules = rulesIn(text);
    return rules.length === 0 ? undefined : rules;
  };
  /** Whether any rule knows a term. */
  const isKnown = (term: string): boolean => ofTerm(term) !== undefined;
  /**
   * What a service does and helps with: by its terms; where they say nothing, by its name, then by its
   * description. Undefined when nothing tells: nobody guesses.
   */
  const meaningOf = ({ terms, words }: Telling): Meaning | undefined => {
    const byTerms = terms.flatMap((term) => ofTerm(term) ?? []);
    const sources = [byTerms, ...words.map((text) => rulesIn(compared(text)))];
    const telling = sources.find((rules) => rules.some(({ needs }) => needs.length > 0)) ?? [];
    const needs = [...new Set(telling.flatMap((rule) => rule.needs))].slice(0, MOST_NEEDS);
    const [first] = needs;
    if (first === undefined) return undefined;
    const kind = sources.flat().find((rule) => rule.kind !== undefined)?.kind ?? KIND_OF_NEED[first];
    return { kind, needs };
  };
  return { isKnown, meaningOf };
}
export type NeedsFinder = ReturnType<typeof needsFinder>;
