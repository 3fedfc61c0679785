import { unpackBrowser } from './browser.ts';

/** Before the first journey, once: two processes that unpack the browser at the same moment would spoil it. */
export async function setup(): Promise<void> {
  await unpackBrowser();
}
