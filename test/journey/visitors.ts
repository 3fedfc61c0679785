import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { LAPTOP, launchBrowser, newVisitor, type Visitor } from '#test/support/browser.ts';
import { portalForThisFile } from '#test/support/portal.ts';

type Options = { viewport?: { width: number; height: number }; javaScriptEnabled?: boolean };

/**
 * A portal and a browser for one journey file; each visitor has a browser profile of their own. After each
 * test, whatever it is about, nothing that somebody typed has stood in an address.
 */
export function journey(portal: Parameters<typeof portalForThisFile>[0] = {}) {
  const held = portalForThisFile(portal);
  const open: { browser?: Browser; visitors: Visitor[] } = { visitors: [] };
  beforeAll(async () => {
    open.browser = await launchBrowser();
    await held.portal.warm();
  }, 120_000);
  afterEach(() => {
    const leaks = open.visitors.splice(0).flatMap((visitor) => visitor.leaks());
    expect(leaks, 'what was typed stood in an address').toEqual([]);
  });
  afterAll(async () => {
    await open.browser?.close();
  });
  return {
    get portal() {
      return held.portal;
    },
    visitor: async (options: Options = { viewport: LAPTOP }): Promise<Visitor> => {
      if (open.browser === undefined) throw new Error('The browser starts in beforeAll');
      const visitor = await newVisitor(open.browser, held.portal.origin, options);
      open.visitors.push(visitor);
      return visitor;
    },
  };
}
