import { supplyRows } from '#functions/domain/insight/supply.ts';
import { accept } from '#functions/domain/result.ts';
import { listSupply } from '#functions/store/supply.ts';
import type { Table } from '#functions/store/table.ts';
import * as api from '#shared/api/insight.ts';
import type { App } from './app.ts';
import { mount } from './mount.ts';

/** Routes of the commissioner function: counts of the caller's own area, never a row about a person. */
export function mountInsight(app: App, { table }: { table: Table }): void {
  mount(app, api.supply, async ({ principal, now }) => {
    const supply = await listSupply(table, principal.area);
    return accept({ rows: supplyRows(supply, now), countedAt: supply.length > 0 ? now : null, now });
  });
}
