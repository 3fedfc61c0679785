import { freezeQuarter } from '#functions/domain/insight/freeze.ts';
import type { Ids } from '#functions/runtime/ids.ts';
import { hashOf } from '#functions/runtime/secrets.ts';
import { getArea } from '#functions/store/area.ts';
import { listAreas } from '#functions/store/area-list.ts';
import { eventWrite } from '#functions/store/event.ts';
import { listEvidence } from '#functions/store/evidence.ts';
import { isFrozen, snapshotItem } from '#functions/store/snapshot.ts';
import type { Table } from '#functions/store/table.ts';
import type { AreaId } from '#shared/model/area.ts';
import { dayOf } from '#shared/model/civil-time.ts';
import type { Instant } from '#shared/model/dates.ts';
import { lastClosed, type Quarter, quarterBefore } from '#shared/model/quarter.ts';

export type Freezing = { table: Table; now: () => Instant; ids: Pick<Ids, 'event'> };

/** How many closed quarters are looked after: one that was missed while nothing ran is made up for. */
const LOOKS_BACK = 2;

/**
 * Freezes each closed quarter of each area once. Nuances: the snapshot and the event that signs it off (its
 * digest joins the audit chain, whose anchors are signed) are one transaction; two runs at once write one;
 * evidence that comes later than three days after the end is kept raw and shown nowhere.
 */
export async function freezeQuarters(deps: Freezing): Promise<void> {
  const last = lastClosed(dayOf(deps.now()));
  const quarters = [quarterBefore(last), last].slice(-LOOKS_BACK);
  for (const area of await listAreas(deps.table)) {
    for (const quarter of quarters) {
      if (!(await isFrozen(deps.table, area, quarter))) await freeze(deps, area, quarter);
    }
  }
}

async function freeze({ table, now, ids }: Freezing, area: AreaId, quarter: Quarter): Promise<void> {
  const at = now();
  const [settings, evidence] = [await getArea(table, area), await listEvidence(table, area, quarter)];
  const snapshot = freezeQuarter(evidence, settings, { quarter, at });
  const digest = hashOf(JSON.stringify(snapshot));
  // Frozen meanwhile by another run: it stands.
  await table.transact([
    { kind: 'put', table: 'insight', item: snapshotItem(area, snapshot), expected: 'absent' },
    eventWrite({
      id: ids.event(),
      area,
      tenant: area,
      aggregate: `quarter#${area}-${quarter}`,
      version: 1,
      at,
      actor: 'system:quarters',
      type: 'quarter.frozen',
      data: { quarter, rule: snapshot.rule, digest },
    }),
  ]);
}
