import { readFileSync } from 'node:fs';
import { build } from 'esbuild';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFindings, LAPTOP, launchBrowser, newVisitor, PHONE, picture } from '#test/support/browser.ts';
import { SITE_ORIGIN, serveSite } from '#test/support/site.ts';
import { builtPages } from '#test/ui/built-pages.ts';
import { galleryPage } from '#test/ui/gallery.tsx';

const SIDEWAYS = 'document.documentElement.scrollWidth - window.innerWidth';
// Every layout shift since the page began, as browsers count it.
const SHIFTED = `new Promise((resolve) => {
  let sum = 0;
  new PerformanceObserver((list) => { for (const entry of list.getEntries()) sum += entry.value; })
    .observe({ type: 'layout-shift', buffered: true });
  setTimeout(() => resolve(sum), 200);
})`;
const SMALL_TARGETS = `[...document.querySelectorAll('a, button, input, select, textarea, summary')]
  .filter((element) => element.checkVisibility() && getComputedStyle(element).position !== 'absolute')
  .filter((element) => getComputedStyle(element).display !== 'inline')
  .filter((element) => { const { width, height } = element.getBoundingClientRect(); return width < 24 || height < 24; })
  .map((element) => element.outerHTML.slice(0, 120))`;

let browser: Browser;
let pages: Record<string, { body: string; type?: string }>;

beforeAll(async () => {
  browser = await launchBrowser();
  const template = builtPages().find(({ path }) => path === 'template:group')?.html ?? '';
  const { outputFiles } = await build({
    entryPoints: ['test/ui/wake-gallery.tsx'],
    bundle: true,
    write: false,
    format: 'esm',
    jsx: 'automatic',
    jsxImportSource: 'preact',
  });
  const drawn = galleryPage(template);
  const awake = drawn.replace('</body>', '<script type="module" src="/wake.js"></script></body>');
  pages = {
    '/kit': { body: drawn },
    '/kit-awake': { body: awake },
    '/wake.js': { body: outputFiles[0]?.text ?? '', type: 'text/javascript' },
  };
});
afterAll(async () => {
  await browser.close();
});

async function visit(path: string, options: Parameters<typeof newVisitor>[2] = {}) {
  const visitor = await newVisitor(browser, SITE_ORIGIN, options);
  await serveSite(visitor.context, pages);
  await visitor.page.goto(path);
  return visitor;
}

const OPEN_PAGES = [
  '/kit',
  '/',
  '/about',
  '/about-our-data',
  '/help',
  '/accessibility',
  '/privacy',
  '/signed-out',
  '/404',
];

describe.each(OPEN_PAGES)('%s', (path) => {
  it.each([
    ['a phone', PHONE],
    ['a laptop', LAPTOP],
  ])('has no accessibility fault and breaks no policy on %s', async (device, viewport) => {
    const { page, context, violations, foreign } = await visit(path, { viewport });
    expect(await axeFindings(page)).toEqual([]);
    expect(violations).toEqual([]);
    expect(foreign).toEqual([]);
    await picture(page, `static${path.replaceAll('/', '-')}-${device.replaceAll(' ', '-')}`);
    await context.close();
  });

  it('does not move while it loads', async () => {
    const { page, context } = await visit(path, { viewport: PHONE });
    await page.waitForLoadState('networkidle');
    expect(await page.evaluate(SHIFTED)).toBe(0);
    await context.close();
  });

  it('needs no sideways scroll at 320 px, also with wide letter and line spacing, and has no tiny target', async () => {
    const { page, context } = await visit(path, { viewport: { width: 320, height: 700 } });
    expect(await page.evaluate(SIDEWAYS)).toBeLessThanOrEqual(0);
    expect(await page.evaluate(SMALL_TARGETS)).toEqual([]);
    await page.evaluate(`for (const element of document.querySelectorAll('*')) {
      element.style.setProperty('line-height', '1.5', 'important');
      element.style.setProperty('letter-spacing', '0.12em', 'important');
      element.style.setProperty('word-spacing', '0.16em', 'important');
    }`);
    expect(await page.evaluate(SIDEWAYS)).toBeLessThanOrEqual(0);
    await context.close();
  });
});

describe('the kit in the browser', () => {
  it('wakes without changing anything that was drawn', async () => {
    const { page, context, violations } = await visit('/kit-awake');
    await page.waitForSelector('html[data-awake]');
    expect(await page.getAttribute('html', 'data-awake')).toBe('true');
    expect(violations).toEqual([]);
    await context.close();
  });

  it('counts characters as they are typed and keeps what is too much', async () => {
    const { page, context } = await visit('/kit-awake');
    await page.waitForSelector('html[data-awake]');
    await page.fill('#words', 'a'.repeat(299));
    expect(await page.textContent('#words-info')).toBe('You have 1 character remaining');
    await page.fill('#words', 'a'.repeat(302));
    expect(await page.textContent('#words-info')).toBe('You have 2 characters too many');
    expect(await page.inputValue('#words')).toHaveLength(302);
    await context.close();
  });

  it('shows what a choice opens only while it is chosen, without any script', async () => {
    const { page, context } = await visit('/kit', { javaScriptEnabled: false });
    expect(await page.isVisible('#phone')).toBe(true);
    await page.check('#reach-2');
    expect(await page.isVisible('#phone')).toBe(false);
    await context.close();
  });

  it('prints without menu, filters, form or columns', async () => {
    const { page, context } = await visit('/kit');
    await page.emulateMedia({ media: 'print' });
    expect(await page.isVisible('.govuk-service-navigation')).toBe(false);
    expect(await page.isVisible('.filter-panel')).toBe(false);
    expect(await page.isVisible('form')).toBe(false);
    expect(await page.isVisible('.call-button__number')).toBe(true);
    expect(await page.evaluate(`getComputedStyle(document.querySelector('.columns')).display`)).toBe('block');
    await picture(page, 'kit-print');
    await context.close();
  });

  it('keeps every sign and edge in forced colours', async () => {
    const { page, context } = await visit('/kit');
    await page.emulateMedia({ forcedColors: 'active' });
    const colour = (selector: string, property: string) =>
      page.evaluate(`getComputedStyle(document.querySelector('${selector}')).${property}`);
    const ground = await colour('body', 'backgroundColor');
    for (const selector of ['.room-tag__sign path', '.site-header__sign path']) {
      expect(await colour(selector, 'stroke')).not.toBe(ground);
    }
    expect(await colour('.card', 'borderLeftColor')).not.toBe(ground);
    await picture(page, 'kit-forced-colours');
    await context.close();
  });

  it('sees a violation when there is one', async () => {
    const planted = {
      body: readFileSync('site/dist/help.html', 'utf8').replace(
        '</main>',
        '<p style="color:red">x</p></main>',
      ),
    };
    pages['/planted'] = planted;
    const { page, context, violations } = await visit('/planted');
    await expect.poll(() => violations.length).toBeGreaterThan(0);
    expect(violations[0]).toContain('style-src');
    await page.close();
    await context.close();
  });
});
