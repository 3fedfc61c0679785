import { supplyRows } from '#functions/domain/insight/supply.ts';
import { accept, refuse } from '#functions/domain/result.ts';
import { listSnapshots } from '#functions/store/snapshot.ts';
import { listSupply } from '#functions/store/supply.ts';
import type { Table } from '#functions/store/table.ts';
import * as api from '#shared/api/insight.ts';
import { quarterBefore } from '#shared/model/quarter.ts';
import type { App } from './app.ts';
import { mount } from './mount.ts';

/** Routes of the commissioner function: counts of the caller's own area, never a row about a person. */
export function mountInsight(app: App, { table }: { table: Table }): void {
  mount(app, api.supply, async ({ principal, now }) => {
    const supply = await listSupply(table, principal.area);
    return accept({ rows: supplyRows(supply, now), countedAt: supply.length > 0 ? now : null, now });
  });
  mount(app, api.gapList, async ({ principal, query, now }) => {
    // One more than is listed, so that the oldest can be compared too.
    const frozen = await listSnapshots(table, principal.area, api.MOST_QUARTERS + 1);
    const quarters = frozen.slice(0, api.MOST_QUARTERS).map(({ quarter }) => quarter);
    const asked = query.quarter ?? quarters[0];
    const of = (quarter: string | undefined) => frozen.find((one) => one.quarter === quarter) ?? null;
    if (query.quarter !== undefined && !quarters.includes(query.quarter)) return refuse('not_found');
    return accept({
      quarters,
      shown: of(asked),
      before: asked === undefined ? null : of(quarterBefore(asked)),
      now,
    });
  });
}
