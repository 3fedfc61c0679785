import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Begun } from './begun.ts';
import { PATHS } from './paths.ts';

/** Begins to write the files by postcode and by council; some three thousand, so a slow disk has the site's time for it. */
export function beginPlaceFiles(): Begun {
  const aside = `${PATHS.build}/postcodes`;
  const written = write(aside);
  // Told to whoever finishes it.
  written.catch(() => undefined);
  return {
    finish: async () => {
      await written;
      const place = `${PATHS.siteOutput}/api/postcodes`;
      await mkdir(dirname(place), { recursive: true });
      await rm(place, { recursive: true, force: true });
      await rename(aside, place);
    },
    abandon: () => undefined,
  };
}

async function write(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  const { writePostcodeShards } = await import('./postcodes.ts');
  await writePostcodeShards(folder);
  const { writeCouncilShapes } = await import('./council-shapes.ts');
  await writeCouncilShapes(folder);
}
