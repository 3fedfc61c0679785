import type { AreaId } from '#shared/model/area.ts';
import type { ServiceId } from '#shared/model/ids.ts';
import type { Quarter } from '#shared/model/quarter.ts';
import type { Key } from './table.ts';

/** Keys of *insight*: supply, evidence and closed quarters. */
export const insightKeys = {
  /** What each activity of an area adds to the counts of supply, one item an activity. */
  supplies: (area: AreaId): string => `${area}#supply#`,
  supply: (area: AreaId, id: ServiceId): Key => ({ pk: `${area}#supply#`, sk: `service#${id}` }),
  /** Raw counts of a quarter, one item each; read by the function that freezes quarters and nobody else. */
  evidences: (area: AreaId, quarter: Quarter): string => `${area}#evidence#${quarter}#`,
  evidence: (area: AreaId, quarter: Quarter, says: readonly string[]): Key => ({
    pk: `${area}#evidence#${quarter}#`,
    sk: says.join('#'),
  }),
  /** What may be shown of closed quarters, newest last. */
  snapshots: (area: AreaId): string => `${area}#snapshot#`,
  snapshot: (area: AreaId, quarter: Quarter): Key => ({ pk: `${area}#snapshot#`, sk: quarter }),
} as const;
