import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readCovered, readElsewhere } from '#infra/place/tables.ts';
import type { OutcodeShard } from '#shared/model/postcode.ts';

/** Every UK postcode district: ours with all their postcodes, the others with their council and nothing else. */
export function postcodeShards(): OutcodeShard[] {
  const elsewhere = [...readElsewhere()].map(([outcode, councilName]) => ({
    outcode,
    area: null,
    councilName,
    wards: [],
    units: {},
  }));
  return [...readCovered(), ...elsewhere];
}

/**
 * Writes one static file a district (`{outcode}.json`) into `folder`, which the browser fetches to turn
 * a postcode into a map square. A district without a file is none that Royal Mail uses. Answers how many.
 */
export async function writePostcodeShards(folder: string): Promise<number> {
  await mkdir(folder, { recursive: true });
  const shards = postcodeShards();
  for (const shard of shards) await writeFile(join(folder, `${shard.outcode}.json`), JSON.stringify(shard));
  return shards.length;
}
