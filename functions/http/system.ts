import { accept } from '#functions/domain/result.ts';
import { cspReport, openApi } from '#shared/api/system.ts';
import type { App } from './app.ts';
import { mountOpen } from './mount.ts';

/** What the portal says about itself, and the reports browsers post about its pages. */
export function mountSystem(app: App): void {
  const document = held(async () => {
    // Only asked for by developers: no other request should wait for the whole catalogue to load.
    const [{ openApiDocument }, { routes }] = await Promise.all([
      import('./openapi.ts'),
      import('#shared/api/index.ts'),
    ]);
    return openApiDocument(routes, app.context.origin);
  });
  mountOpen(app, openApi, async () => accept(await document()));
  mountOpen(app, cspReport, async ({ body }) => {
    const count = Array.isArray(body) ? body.length : 1;
    app.context.log.warn('content security policy stopped something', { count });
    return accept({});
  });
}

/** Makes a value on first need and holds it. */
function held<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
