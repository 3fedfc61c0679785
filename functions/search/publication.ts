import { type Manifest, manifestItem, manifestRecord } from '#functions/store/directory.ts';
import { directoryKeys } from '#functions/store/keys.ts';
import { type Stored, unchangedSince } from '#functions/store/record.ts';
import type { Item, Table, Write } from '#functions/store/table.ts';
import type { AreaId } from '#shared/model/area.ts';
import { blockItem, listingsIn, partition, rootOf } from './block.ts';
import type { Listing } from './listing.ts';

/** An area's blocks as they stand: version 0 when it has no manifest yet. */
export async function readManifest(table: Table, area: AreaId): Promise<Stored<Manifest>> {
  const item = await table.get('directory', directoryKeys.manifest(area));
  return item === undefined ? { value: { blocks: [] }, version: 0 } : manifestRecord.fromItem(item);
}

/** At most this many writes of up to some 40 KB in one transaction of at most 4 MB. */
const WRITES_AT_ONCE = 60;

/** The blocks of an area that a change touches: as they stand and as they should. */
export type Publication = {
  area: AreaId;
  manifest: Stored<Manifest>;
  standing: ReadonlyMap<string, Item>;
  wanted: ReadonlyMap<string, Item>;
  /** Group documents to write or take away in the same breath. */
  documents: readonly Write[];
};

const stampOf = (item: Item): string => String(item['stamp']);

function sameBlock(a: Item | undefined, b: Item): boolean {
  const [left, right] = [a?.['body'], b['body']];
  return (
    left instanceof Uint8Array &&
    right instanceof Uint8Array &&
    Buffer.compare(left, right) === 0 &&
    a?.schema === b.schema
  );
}

/** A write, with the name of the block when it is one. */
type BlockWrite = { name?: string; write: Write };

/** Block writes in an order that never leaves a listing out between two transactions: new ones first. */
function blockWrites({ area, standing, wanted, manifest }: Publication): BlockWrite[] {
  const listedNow = new Map(manifest.value.blocks);
  const puts = [...wanted]
    .filter(([name, item]) => !sameBlock(standing.get(name), item) || listedNow.get(name) !== stampOf(item))
    .map(([name, item]) => ({
      name,
      write: { kind: 'put', table: 'directory', item, expected: 'any' } as const,
    }));
  const gone = [...standing.keys()]
    .filter((name) => !wanted.has(name))
    .map((name) => ({
      name,
      write: {
        kind: 'delete',
        table: 'directory',
        key: directoryKeys.block(area, name),
        expected: 'any',
      } as const,
    }));
  return [...puts, ...gone];
}

/** The manifest with a batch of block writes taken into account. */
function listedAfter(before: Manifest, batch: readonly BlockWrite[]): Manifest {
  const blocks = new Map(before.blocks);
  for (const { name, write } of batch) {
    if (name === undefined) continue;
    if (write.kind === 'put') blocks.set(name, stampOf(write.item));
    else blocks.delete(name);
  }
  return { blocks: [...blocks].sort(([a], [b]) => (a < b ? -1 : 1)) };
}

/**
 * Publishes a change of blocks and documents, each transaction under the manifest's version, so that of
 * two projections at once the later one reads again. Answers whether it won; nothing is written when
 * nothing differs, which makes a projection done twice free.
 */
export async function publish(table: Table, publication: Publication): Promise<boolean> {
  const { area, documents } = publication;
  const writes: BlockWrite[] = [...documents.map((write) => ({ write })), ...blockWrites(publication)];
  let { value: manifest, version } = publication.manifest;
  if (writes.length === 0) return version > 0 || publishEmpty(table, area);
  for (let from = 0; from < writes.length; from += WRITES_AT_ONCE) {
    const batch = writes.slice(from, from + WRITES_AT_ONCE);
    manifest = listedAfter(manifest, batch);
    const item = manifestItem(area, manifest, version + 1);
    const expected = unchangedSince(version);
    const written = await table.transact([
      { kind: 'put', table: 'directory', item, expected },
      ...batch.map(({ write }) => write),
    ]);
    if (!written.ok) return false;
    version += 1;
  }
  return true;
}

/** An area with nothing listed has a manifest too, so that a search need not ask again. */
async function publishEmpty(table: Table, area: AreaId): Promise<boolean> {
  const item = manifestItem(area, { blocks: [] }, 1);
  return (await table.write({ kind: 'put', table: 'directory', item, expected: 'absent' })).ok;
}

/**
 * The blocks of some roots as items, by name; every root of the manifest when none are named. Undefined
 * when one is missing: another projection has just split or emptied it, so read the manifest again
 * (`lenient`: leave it out, for who makes all of them anew).
 */
export async function standingBlocks(
  table: Table,
  given: { area: AreaId; manifest: Manifest; roots?: ReadonlySet<string>; lenient?: true },
): Promise<Map<string, Item> | undefined> {
  const names = given.manifest.blocks
    .map(([name]) => name)
    .filter((name) => given.roots === undefined || given.roots.has(rootOf(name)));
  const found = new Map<string, Item>();
  for (let from = 0; from < names.length; from += 100) {
    const keys = names.slice(from, from + 100).map((name) => directoryKeys.block(given.area, name));
    for (const item of await table.getMany('directory', keys)) found.set(String(item['name']), item);
  }
  return given.lenient || found.size === names.length ? found : undefined;
}

/** The blocks that hold exactly these listings. */
export function blocksOf(area: AreaId, listings: readonly Listing[]): Map<string, Item> {
  return new Map(
    [...partition(listings)].map(([name, inside]) => [name, blockItem(area, name, inside)] as const),
  );
}

/** What blocks hold together; a block that cannot be read is a fault for the rebuild, so this throws. */
export function listingsOf(blocks: Iterable<Item>): Listing[] {
  return [...blocks].flatMap((item) => {
    const listings = listingsIn(item);
    if (listings === undefined) throw new Error(`Block ${String(item['name'])} cannot be read: rebuild`);
    return listings;
  });
}
