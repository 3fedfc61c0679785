import { needs } from '#shared/text/en/needs.ts';
import { queue as words } from '#shared/text/en/queue.ts';
import type { Row } from './row-props.ts';

/** What a row is about, in a few words: a group, a fund, or a need and where. */
export function rowTitle(row: Row): string {
  if (row.kind === 'grant') return row.title;
  if (row.kind === 'gap') return words.gapTitle(needs[row.need], row.councilName ?? words.anywhere);
  return row.groupName;
}

/** The page of the group, where anyone may read one. */
export const rowHref = (row: Row): string | undefined =>
  'groupId' in row ? `/groups/${row.groupId}` : undefined;

/** The same for those who hear a link or a button by itself: the cards of one kind say the same words. */
export const Of = ({ row }: { row: Row }) => <span class="govuk-visually-hidden"> ({rowTitle(row)})</span>;
