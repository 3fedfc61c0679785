import type { Tier } from '#shared/model/safeguarding.ts';
import { DOINGS, type Doing } from '#shared/model/safeguarding-answers.ts';

/** The tier of what a group does: the highest of all it ticked, and 1 where none of it applies. */
export const tierOf = (does: readonly Doing[]): Tier =>
  does
    .map((one) => DOINGS[one])
    .sort((a, b) => b - a)
    .at(0) ?? 1;
