import { wardOfCell } from '#shared/model/ward-of-cell.ts';
import { nearIn } from './near-in-query.ts';
import { fetchShard } from './place.ts';

const COUNCIL = /^[ENSW]\d{8}$/;

/** The council a page is about: named in its address, or that of the map square of a search; undefined when neither says. */
export async function councilOfPage(search: string): Promise<string | undefined> {
  const named = new URLSearchParams(search).get('council') ?? '';
  if (COUNCIL.test(named)) return named;
  const { near, cell } = nearIn(search);
  if (near === undefined || cell === undefined) return undefined;
  const shard = await fetchShard(near);
  if (shard === undefined || shard === 'no_connection') return undefined;
  return wardOfCell(shard, cell)?.council;
}
