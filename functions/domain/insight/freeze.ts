import type { AreaSettings } from '#shared/model/area.ts';
import type { Instant } from '#shared/model/dates.ts';
import { type Evidence, EvidenceKind, SENSITIVE_NEEDS } from '#shared/model/evidence.ts';
import { Need } from '#shared/model/need.ts';
import type { Quarter } from '#shared/model/quarter.ts';
import type { Snapshot, SnapshotRow } from '#shared/model/snapshot.ts';
import { RULE, suppressTable } from './suppression.ts';

type Councils = Pick<AreaSettings, 'name' | 'councils'>;

/**
 * What may be shown of a quarter: for each kind of evidence and each need one table of councils and causes,
 * through the rule of small numbers as a whole. What is sensitive is shown for the whole area only. The raw
 * counts go in here and do not come out.
 */
export function freezeQuarter(
  evidence: readonly Evidence[],
  area: Councils,
  of: { quarter: Quarter; at: Instant },
): Snapshot {
  const rows = EvidenceKind.options.flatMap((kind) =>
    Need.options.flatMap((need) =>
      rowsOf(
        evidence.filter((one) => one.kind === kind && one.need === need),
        area,
        { kind, need },
      ),
    ),
  );
  return { quarter: of.quarter, rule: RULE, frozenAt: of.at, rows };
}

/** The lines of one table: each council with its causes, and the area where it has several. */
function rowsOf(
  evidence: readonly Evidence[],
  { name, councils }: Councils,
  of: Pick<SnapshotRow, 'kind' | 'need'>,
): SnapshotRow[] {
  // That nobody was counted, or why somebody was, is as telling here as a number.
  if (SENSITIVE_NEEDS.includes(of.need)) {
    const { total } = suppressTable([[evidence.length]], true);
    return [{ ...of, council: null, councilName: name, total, causes: [] }];
  }
  if (evidence.length === 0) return [];
  const causes = [...new Set(evidence.map(({ cause }) => cause))].sort();
  const count = (council: string, cause: string) =>
    evidence.filter((one) => one.cause === cause && one.council === council).length;
  const codes = councils.map(({ code }) => code);
  const shown = suppressTable(codes.map((code) => causes.map((cause) => count(code, cause))));
  const line = (
    council: string | null,
    total: SnapshotRow['total'],
    counts: readonly SnapshotRow['total'][],
  ) => ({
    ...of,
    council,
    councilName: councils.find(({ code }) => code === council)?.name ?? name,
    total,
    causes: causes.map((cause, at) => ({ cause, count: counts[at] ?? '*' })),
  });
  const lines = codes.map((code, at) => line(code, shown.rows[at] ?? '*', shown.cells[at] ?? []));
  return codes.length > 1 ? [...lines, line(null, shown.total, shown.columns)] : lines;
}
