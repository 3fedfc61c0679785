import * as z from 'zod/mini';
import { CouncilCode } from './area.ts';
import { Instant } from './dates.ts';
import { Cause, EvidenceKind } from './evidence.ts';
import { Need } from './need.ts';
import { Quarter } from './quarter.ts';

/** A count of people as it may be shown: to the nearest 5, or `*`. */
export const ShownCount = z.union([z.int().check(z.gte(0), z.multipleOf(5)), z.literal('*')]);
export type ShownCount = z.infer<typeof ShownCount>;

/** One line of a frozen quarter: a kind of evidence about one need, in one council or the whole area. */
export const SnapshotRow = z.strictObject({
  kind: EvidenceKind,
  need: Need,
  /** Null: the whole area. */
  council: z.nullable(CouncilCode),
  councilName: z.string(),
  total: ShownCount,
  causes: z.array(z.strictObject({ cause: Cause, count: ShownCount })),
});
export type SnapshotRow = z.infer<typeof SnapshotRow>;

/** What may be shown of a closed quarter: counted once, never again. */
export const Snapshot = z.strictObject({
  quarter: Quarter,
  /** The rule of small numbers its counts went through. */
  rule: z.string(),
  frozenAt: Instant,
  rows: z.array(SnapshotRow),
});
export type Snapshot = z.infer<typeof Snapshot>;
