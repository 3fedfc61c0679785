import * as z from 'zod/mini';
import { Instant } from './dates.ts';

export const ImportId = z.uuid('Use the import id as the portal gave it').brand<'Import'>();
export type ImportId = z.infer<typeof ImportId>;

/**
 * The directory a listing came from. `id` is the group's id there; `fetchedAt` is the moment the directory
 * was read. Url and licence are null where the directory names none.
 */
export const ListingSource = z.strictObject({
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(120)),
  url: z.nullable(z.url()),
  licence: z.nullable(z.string().check(z.maxLength(120))),
  id: z.string().check(z.maxLength(200)),
  importId: ImportId,
  fetchedAt: Instant,
});
export type ListingSource = z.infer<typeof ListingSource>;

/** What anyone may read of it: who says so, where, under which licence and when. */
export const PublicSource = z.object({
  name: z.string(),
  url: z.nullable(z.string()),
  licence: z.nullable(z.string()),
  fetchedAt: Instant,
});
export type PublicSource = z.infer<typeof PublicSource>;
