import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { LAPTOP, launchBrowser, newVisitor, type Visitor } from '#test/support/browser.ts';
import { portalForThisFile } from '#test/support/portal.ts';

const shared: { browser?: Browser } = {};

/** One browser for all files of this process, each visitor with a profile of their own; anew when it has died. */
async function browserOfThisProcess(): Promise<Browser> {
  if (shared.browser?.isConnected() !== true) shared.browser = await launchBrowser();
  return shared.browser;
}

type Options = { viewport?: { width: number; height: number }; javaScriptEnabled?: boolean };

/**
 * A portal for one journey file and visitors to it, who leave when the file ends. After each test, whatever it
 * is about, nothing that somebody typed has stood in an address.
 */
export function journey(portal: Parameters<typeof portalForThisFile>[0] = {}) {
  const held = portalForThisFile(portal);
  const visitors: Visitor[] = [];
  beforeAll(async () => {
    await Promise.all([browserOfThisProcess(), held.portal.warm()]);
  }, 120_000);
  afterEach(() => {
    const leaks = visitors.flatMap((visitor) => visitor.leaks());
    expect(leaks, 'what was typed stood in an address').toEqual([]);
  });
  afterAll(async () => {
    await Promise.all(visitors.map(({ context }) => context.close()));
  });
  return {
    get portal() {
      return held.portal;
    },
    visitor: async (options: Options = { viewport: LAPTOP }): Promise<Visitor> => {
      const visitor = await newVisitor(await browserOfThisProcess(), held.portal.origin, options);
      visitors.push(visitor);
      return visitor;
    },
  };
}
