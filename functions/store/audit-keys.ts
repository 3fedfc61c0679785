import type { AreaId } from '#shared/model/area.ts';
import type { Key } from './table.ts';

/** Keys of *audit*: the chain of each tenant, its head, and the anchors of an area. */
export const auditKeys = {
  link: (area: AreaId, tenant: string, sequence: number): Key => ({
    pk: `${area}#chain#${tenant}#`,
    sk: String(sequence).padStart(12, '0'),
  }),
  /** The heads of all chains of an area stand together, so that one query finds what to anchor. */
  heads: (area: AreaId): string => `${area}#heads#`,
  head: (area: AreaId, tenant: string): Key => ({ pk: `${area}#heads#`, sk: tenant }),
  anchor: (area: AreaId, sequence: number): Key => ({
    pk: `${area}#anchor#`,
    sk: String(sequence).padStart(12, '0'),
  }),
  lastAnchor: (area: AreaId): Key => ({ pk: `${area}#anchor#`, sk: 'last' }),
} as const;
