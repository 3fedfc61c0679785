import type { Choice } from '#shared/ui/choice.tsx';

/** The choices of a closed list, in its own order, with their words. */
export const items = <Code extends string>(
  codes: readonly Code[],
  labels: Readonly<Record<Code, string>>,
): Choice[] => codes.map((value) => ({ value, text: labels[value] }));
