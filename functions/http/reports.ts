import { accept } from '#functions/domain/result.ts';
import { cspReport } from '#shared/api/system.ts';
import type { App } from './app.ts';
import { mountOpen } from './mount.ts';

/** What browsers report of our pages: how many times something was stopped, nothing of where or for whom. */
export function mountReports(app: App): void {
  mountOpen(app, cspReport, async ({ body }) => {
    const count = Array.isArray(body) ? body.length : 1;
    app.context.log.warn('content security policy stopped something', { count });
    return accept({});
  });
}
