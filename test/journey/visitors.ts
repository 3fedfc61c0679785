import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { LAPTOP, launchBrowser, newVisitor, type Visitor } from '#test/support/browser.ts';
import { portalForThisFile } from '#test/support/portal.ts';

type Options = { viewport?: { width: number; height: number }; javaScriptEnabled?: boolean };

/** A portal and a browser for one journey file; each visitor has a browser profile of their own. */
export function journey(portal: Parameters<typeof portalForThisFile>[0] = {}) {
  const held = portalForThisFile(portal);
  const open: { browser?: Browser } = {};
  beforeAll(async () => {
    open.browser = await launchBrowser();
    await held.portal.warm();
  }, 120_000);
  afterAll(async () => {
    await open.browser?.close();
  });
  return {
    get portal() {
      return held.portal;
    },
    visitor: async (options: Options = { viewport: LAPTOP }): Promise<Visitor> => {
      if (open.browser === undefined) throw new Error('The browser starts in beforeAll');
      return newVisitor(open.browser, held.portal.origin, options);
    },
  };
}
