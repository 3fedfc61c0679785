import { afterAll, beforeAll } from 'vitest';
import { type Portal, type PortalOptions, startPortal } from '#infra/local/portal.ts';

/** The whole portal in memory with the demonstration, for one test file; closed when the file ends. */
export function portalForThisFile(more: PortalOptions = {}): { readonly portal: Portal } {
  const held: { portal?: Portal } = {};
  beforeAll(async () => {
    held.portal = await startPortal({ storage: 'memory', seed: 'demo', ...more });
  }, 120_000);
  afterAll(async () => {
    await held.portal?.close();
  });
  return {
    get portal() {
      if (held.portal === undefined) throw new Error('The portal starts in beforeAll; use it inside a test');
      return held.portal;
    },
  };
}
