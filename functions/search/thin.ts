import { outcodeRecord } from '#functions/store/directory.ts';
import { directoryKeys } from '#functions/store/keys.ts';
import type { Table } from '#functions/store/table.ts';
import type { Missing, SearchQuery } from '#shared/api/search.ts';
import { wardOfCell } from '#shared/model/ward-of-cell.ts';
import type { SearchIndex } from './index-reader.ts';
import type { Listing } from './listing.ts';
import type { Search } from './query.ts';
import type { Match } from './rank.ts';
import { couldTake, WIDEST, whyNot } from './why-not.ts';

type Found = { asked: Search; query: SearchQuery; matches: readonly Match[]; blocks: readonly Listing[][] };

/**
 * What a search shows to be missing: asked for a need near a place, and nothing found that could take
 * somebody. Null when something could, or when need or place were not said. Nobody is asked who searches.
 * Where something of the kind is within reach, `blocks`, which the search has read, say why it could not;
 * only where nothing is does one look as far as `WIDEST`, which costs many blocks.
 */
export async function missingIn(
  { index, table }: { index: SearchIndex; table: Table },
  { asked, query, matches, blocks }: Found,
): Promise<Missing | null> {
  const { from, needs } = asked;
  if (from === null || needs.length === 0) return null;
  if (matches.some(({ listing }) => couldTake(listing, asked))) return null;
  const within = whyNot(blocks.flat(), asked);
  const isReached = within?.cause !== 'absent' && within?.cause !== 'unreachable';
  const around = isReached ? [] : await index.near({ from, miles: WIDEST }, asked.now);
  const reason = isReached ? within : whyNot(around.flat(), asked);
  return reason === undefined ? null : { ...reason, council: await councilAt(table, query) };
}

/** The council of a map square, by the postcodes of its district; null where that is not known. */
async function councilAt(table: Table, { near, cell }: SearchQuery): Promise<string | null> {
  if (near === undefined || cell === undefined) return null;
  const item = await table.get('directory', directoryKeys.outcode(near), 'eventual');
  if (item === undefined) return null;
  return wardOfCell(outcodeRecord.fromItem(item).value, cell)?.council ?? null;
}
