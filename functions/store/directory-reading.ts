import * as z from 'zod/mini';
import { hashOf } from '#functions/runtime/secrets.ts';
import type { AreaId } from '#shared/model/area.ts';
import { OrganizationId, ServiceId } from '#shared/model/ids.ts';
import { ImportId } from '#shared/model/listing-source.ts';
import { portalKeys } from './keys.ts';
import { everyPortion } from './pages.ts';
import { record, type Stored, unchangedSince } from './record.ts';
import type { Table, Write } from './table.ts';

/** Short hashes of what a directory said, by field: enough to see what it changed and what people did. */
export const FieldMarks = z.record(z.string(), z.string());
export type FieldMarks = z.infer<typeof FieldMarks>;

/**
 * What was last read of one group of a directory: which group and activities it became here, and a mark
 * of each field as the directory had it. It holds no word of the listing itself.
 */
export const DirectoryReading = z.strictObject({
  sourceId: z.string(),
  name: z.string(),
  organizationId: OrganizationId,
  importId: ImportId,
  fields: FieldMarks,
  services: z.array(z.strictObject({ sourceId: z.string(), serviceId: ServiceId, fields: FieldMarks })),
});
export type DirectoryReading = z.infer<typeof DirectoryReading>;
export const readingRecord = record('reading of a directory', DirectoryReading);

/** The directory's part of a key: its name without case and outer spaces, hashed. */
export const directoryHash = (name: string): string => hashOf(name.trim().toLowerCase()).slice(0, 16);

/** The write of a reading; fails when another import changed it meanwhile. Version 0: the first. */
export function readingWrite(
  at: { area: AreaId; directory: string },
  reading: DirectoryReading,
  before: number,
): Write {
  const key = portalKeys.reading(at.area, directoryHash(at.directory), hashOf(reading.sourceId));
  return {
    kind: 'put',
    table: 'portal',
    item: readingRecord.toItem(key, reading, before + 1),
    expected: unchangedSince(before),
  };
}

/** Everything that was ever read of one directory in an area, by the group's id there. */
export async function listReadings(
  table: Table,
  at: { area: AreaId; directory: string },
): Promise<Map<string, Stored<DirectoryReading>>> {
  const readings = new Map<string, Stored<DirectoryReading>>();
  const portions = everyPortion(table, {
    table: 'portal',
    partition: { value: portalKeys.readings(at.area, directoryHash(at.directory)) },
    limit: 1000,
    consistent: true,
  });
  for await (const items of portions)
    for (const item of items) {
      const reading = readingRecord.fromItem(item);
      readings.set(reading.value.sourceId, reading);
    }
  return readings;
}
