import type { GapNote } from '../../api/gap-notes.ts';
import type { Missing } from '../../api/search.ts';
import { Need } from '../../model/need.ts';
import { withoutReferral } from '../../text/en/without-referral.ts';
import { ForRoles, LINK_WORKERS } from '../for-roles.tsx';
import { type Answers, nothingFitsHref } from './answers.ts';

/** As many needs as one note may name. */
const MOST_NEEDS = 6;

/**
 * What the page tells a link worker's script to note (`data-missing`), the same for everybody and about
 * nobody; undefined where there is nothing to note or nobody knows where.
 */
export function noteOf(answers: Answers, missing: Missing | null): string | undefined {
  if (missing === null || missing.council === null) return undefined;
  const needs = answers.need.flatMap((need) => Need.options.find((one) => one === need) ?? []);
  const { cause, barrier, council } = missing;
  const note: GapNote = { kind: 'unmet', needs: needs.slice(0, MOST_NEEDS), cause, barrier, council };
  return JSON.stringify(note);
}

/** The way for a link worker to say that nothing fits, and why. */
export const NothingFits = ({ answers, missing }: { answers: Answers; missing: Missing | null }) => (
  <ForRoles roles={LINK_WORKERS} href={nothingFitsHref(answers, missing)}>
    {withoutReferral.nothingFits}
  </ForRoles>
);
