import type { AreaId } from '#shared/model/area.ts';
import { Evidence } from '#shared/model/evidence.ts';
import type { Quarter } from '#shared/model/quarter.ts';
import { insightKeys } from './insight-keys.ts';
import { everyPortion } from './pages.ts';
import type { Item, Table } from './table.ts';

/** Where a piece of evidence counts: its area and quarter, and a mark by which the same is never counted twice. */
export type Counting = { area: AreaId; quarter: Quarter; mark: string };

/** A piece of evidence as an item of *insight*: all it says is in its key. */
export const evidenceItem = ({ area, quarter, mark }: Counting, evidence: Evidence): Item => ({
  ...insightKeys.evidence(area, quarter, [
    evidence.kind,
    evidence.need,
    evidence.council,
    evidence.cause,
    mark,
  ]),
  schema: 1,
});

/** Counts a piece of evidence; the same mark twice counts once. */
export async function putEvidence(table: Table, where: Counting, evidence: Evidence): Promise<void> {
  await table.write({
    kind: 'put',
    table: 'insight',
    item: evidenceItem(where, evidence),
    expected: 'any',
  });
}

/** All evidence of one quarter of an area, each once: some 100 bytes apiece, a page of 4,000 at a time. */
export async function listEvidence(table: Table, area: AreaId, quarter: Quarter): Promise<Evidence[]> {
  const found: Evidence[] = [];
  const portions = everyPortion(table, {
    table: 'insight',
    partition: { value: insightKeys.evidences(area, quarter) },
    limit: 4000,
    consistent: true,
  });
  for await (const items of portions)
    for (const { sk } of items) {
      const [kind, need, council, cause] = sk.split('#');
      found.push(Evidence.parse({ kind, need, council, cause }));
    }
  return found;
}
