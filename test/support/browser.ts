import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import axe from 'axe-core';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { watchTyped } from './typed-text.ts';

/**
 * The package's own font settings look in /tmp only; without any font the first form control ends the
 * browser. So it is told where its fonts were unpacked.
 */
function tellFonts(folder: string): void {
  const settings = `${folder}/font-settings`;
  mkdirSync(settings, { recursive: true });
  writeFileSync(
    `${settings}/fonts.conf`,
    `<?xml version="1.0"?><fontconfig><dir>${folder}/fonts</dir><cachedir>${folder}/fonts-cache</cachedir></fontconfig>`,
  );
  process.env['FONTCONFIG_PATH'] = settings;
}

/**
 * A real Chromium from the lockfile: nothing is installed by hand. The package unpacks the browser
 * and, when it believes it runs on Lambda, the libraries a bare machine lacks; it reuses whatever it
 * finds unpacked, so it gets a folder of this checkout. Answers where the program is.
 */
export async function unpackBrowser(): Promise<string> {
  const folder = resolve('.tmp/chromium');
  mkdirSync(folder, { recursive: true });
  process.env['TMPDIR'] = folder;
  process.env['AWS_LAMBDA_JS_RUNTIME'] = 'nodejs24.x';
  tellFonts(folder);
  const { default: packaged } = await import('@sparticuz/chromium');
  return packaged.executablePath();
}

export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: await unpackBrowser(),
    args: ['--no-sandbox', '--headless=shell', '--disable-background-networking'],
  });
}

export const PHONE = { width: 390, height: 844 };
export const LAPTOP = { width: 1180, height: 820 };

export type Visitor = {
  context: BrowserContext;
  page: Page;
  /** Every content security policy violation seen on any page so far. */
  violations: string[];
  /** Requests that left this origin; there must be none. */
  foreign: string[];
  /** What was typed and then stood in an address that was asked for; there must be none. */
  leaks: () => string[];
};

// Page code stands as text, so that this program needs no DOM types.
const REPORT_VIOLATIONS = `document.addEventListener('securitypolicyviolation', (event) =>
  reportViolation(event.violatedDirective + ' ' + event.blockedURI + ' on ' + location.pathname));`;
const RUN_AXE = `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })`;
type AxeResult = { violations: { id: string; help: string; nodes: { html: string }[] }[] };

/** One person with a browser of their own; counts policy violations and requests to anywhere else. */
export async function newVisitor(
  browser: Browser,
  origin: string,
  options: { viewport?: { width: number; height: number }; javaScriptEnabled?: boolean } = {},
): Promise<Visitor> {
  const context = await browser.newContext({
    viewport: LAPTOP,
    baseURL: origin,
    locale: 'en-GB',
    ...options,
  });
  const violations: string[] = [];
  const foreign: string[] = [];
  await context.exposeBinding('reportViolation', (_source, text: string) => {
    violations.push(text);
  });
  await context.addInitScript({ content: REPORT_VIOLATIONS });
  context.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && url.origin !== origin) foreign.push(request.url());
  });
  const { leaks } = await watchTyped(context);
  return { context, page: await context.newPage(), violations, foreign, leaks };
}

/** Runs axe over the page as it stands and answers what it found, one line each; empty when clean. */
export async function axeFindings(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations }: AxeResult = await page.evaluate(RUN_AXE);
  return violations.map(
    ({ id, help, nodes }) => `${id}: ${help} — ${nodes.map(({ html }) => html).join(' | ')}`,
  );
}

/** Signs in as a demonstration person by following redirects; lands where `to` says. */
export async function signIn(visitor: Visitor, person: string, to = '/start'): Promise<void> {
  const hint = encodeURIComponent(`${person}@demo.example`);
  await visitor.page.goto(`/auth/sign-in?login_hint=${hint}&to=${encodeURIComponent(to)}`);
}

/** Keeps a picture when PICTURES is set, so that a person can look at every page a journey visits. */
export async function picture(page: Page, name: string): Promise<void> {
  if (process.env['PICTURES'] === undefined) return;
  mkdirSync('.tmp/pictures', { recursive: true });
  await page.screenshot({ path: `.tmp/pictures/${name}.png`, fullPage: true });
}
