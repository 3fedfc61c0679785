import { accept } from '#functions/domain/result.ts';
import { routes } from '#shared/api/index.ts';
import { openApi } from '#shared/api/system.ts';
import type { App } from './app.ts';
import { mountOpen } from './mount.ts';
import { openApiDocument } from './openapi.ts';

/**
 * The description of every route. It lives in the intake function: it needs the whole catalogue, which
 * the public function must not carry at each cold start.
 */
export function mountDescription(app: App): void {
  let document: Record<string, unknown> | undefined;
  mountOpen(app, openApi, async () => {
    document ??= openApiDocument(routes, app.context.origin);
    return accept(document);
  });
}
