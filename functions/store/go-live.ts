import type * as z from 'zod/mini';
import type { AreaId } from '#shared/model/area.ts';
import { GoLive } from '#shared/model/go-live.ts';
import { portalKeys } from './keys.ts';
import { record } from './record.ts';
import type { Item } from './table.ts';

export const goLiveRecord = record('go-live list', GoLive);

/** Who signed the go-live list of an area, as an item of *portal*. */
export const goLiveItem = (area: AreaId, signed: z.infer<typeof GoLive>): Item =>
  goLiveRecord.toItem(portalKeys.goLive(area), signed, 1);
