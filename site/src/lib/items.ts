import type { Choice } from '#shared/ui/choice.tsx';

/** The codes of a closed list in the order of their words, which is the order they are shown in. */
export const codesOf = <Code extends string>(labels: Readonly<Record<Code, string>>): Code[] =>
  // Words are records over exactly the codes: the compiler checks it where they are written.
  Object.keys(labels) as Code[];

/** The choices of a closed list, with their words. */
export const items = <Code extends string>(
  labels: Readonly<Record<Code, string>>,
  codes: readonly Code[] = codesOf(labels),
): Choice[] => codes.map((value) => ({ value, text: labels[value] }));
