import { accept } from '#functions/domain/result.ts';
import { findSupply } from '#functions/store/supply.ts';
import type { Table } from '#functions/store/table.ts';
import * as api from '#shared/api/insight.ts';
import type { App } from './app.ts';
import { mount } from './mount.ts';

/** Routes of the commissioner function: counts of the caller's own area, never a row about a person. */
export function mountInsight(app: App, { table }: { table: Table }): void {
  mount(app, api.supply, async ({ principal, now }) => {
    const supply = await findSupply(table, principal.area);
    return accept({ rows: supply?.rows ?? [], countedAt: supply?.countedAt ?? null, now });
  });
}
