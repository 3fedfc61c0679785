import { describe, expect, it } from 'vitest';
import { find } from '#shared/text/en/find.ts';
import { needs } from '#shared/text/en/needs.ts';
import { postcode } from '#shared/text/en/postcode.ts';
import { loosening } from '#shared/text/en/search.ts';
import { LAPTOP, PHONE, type Visitor } from '#test/support/browser.ts';
import { searchNear, sound } from './steps.ts';
import { journey } from './visitors.ts';

const world = journey();

/** Axe runs in a browser with script; without script the page is judged by what it says. */
const withoutScript = (): Promise<Visitor> => world.visitor({ viewport: PHONE, javaScriptEnabled: false });

describe('the search page without script', () => {
  it('turns a postcode into a map square and shows groups with room, when that was said, and why they match', async () => {
    const { page, context } = await withoutScript();
    await searchNear(page, 'm14 5rl');
    await page.waitForURL(/\/find\?.*cell=/);
    expect(page.url()).not.toMatch(/5RL/i);
    expect(new URL(page.url()).searchParams.get('near')).toBe('M14');
    const first = await page.locator('[data-service]').first().innerText();
    expect(first).toMatch(/spaces?\.|room/i);
    expect(first).toMatch(/The group said so/);
    expect(first).toContain(find.because);
    await context.close();
  });

  it.each([
    ['M1', /full postcode|like M14/i],
    ['hello there', /postcode/i],
    ['SW1A 1AA', /cover|Manchester/i],
  ])('answers %s with what to do, keeping what was typed and what was ticked', async (typed, advice) => {
    const { page, context } = await withoutScript();
    await searchNear(page, typed);
    const summary = await page.locator('.govuk-error-summary').innerText();
    expect(summary).toMatch(advice);
    expect(await page.getByLabel(postcode.label).inputValue()).toBe(typed);
    expect(await page.getByLabel(needs.company, { exact: true }).isChecked()).toBe(true);
    expect(page.url()).not.toContain(encodeURIComponent(typed));
    await context.close();
  });

  it('opens a group’s page and comes back', async () => {
    const { page, context } = await withoutScript();
    await searchNear(page, 'M14 5RL');
    await page.locator('[data-service]').first().getByRole('link').first().click();
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Marigold Corner');
    await context.close();
  });
});

describe('the search page with script', () => {
  it.each([
    ['phone', PHONE],
    ['laptop', LAPTOP],
  ])('helps with a malformed postcode on a %s without leaving the page', async (name, viewport) => {
    const visitor = await world.visitor({ viewport });
    await searchNear(visitor.page, 'hello');
    await visitor.page.locator('.govuk-error-message').first().waitFor();
    await sound(visitor, `find-malformed-${name}`);
    expect(await visitor.page.getByLabel(postcode.label).inputValue()).toBe('hello');
    await visitor.context.close();
  });

  it('says what to change when nothing fits, and the change it offers brings results', async () => {
    const visitor = await world.visitor({ viewport: PHONE });
    await visitor.page.goto('/find?cell=gcw2je&near=M14&need=company&q=zzzz&miles=20');
    await sound(visitor, 'find-nothing');
    await visitor.page.getByRole('link', { name: loosening.q, exact: true }).click();
    await visitor.page.locator('[data-service]').first().waitFor();
    await visitor.context.close();
  });

  it('never sends a full postcode anywhere', async () => {
    const visitor = await world.visitor();
    const sent: string[] = [];
    visitor.page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`));
    await searchNear(visitor.page, 'M14 5RL');
    await visitor.page.locator('[data-service]').first().waitFor();
    expect(sent.filter((line) => /5\s?RL/i.test(line))).toEqual([]);
    await visitor.context.close();
  });

  it('counts a policy violation that is planted, so that none seen means none there', async () => {
    const visitor = await world.visitor();
    await visitor.page.goto('/find');
    await visitor.page.evaluate(
      "document.body.append(Object.assign(document.createElement('img'), { src: 'https://elsewhere.example/x.png' }))",
    );
    await expect.poll(() => visitor.violations.length).toBeGreaterThan(0);
    await visitor.context.close();
  });
});

describe('public pages', () => {
  it.each([
    '/',
    '/about',
    '/about-our-data',
    '/accessibility',
    '/privacy',
    '/help',
    '/find',
    '/no-such-page',
    '/signed-out',
  ])('%s is sound on a phone and a laptop, in forced colours and in print', async (path) => {
    for (const viewport of [PHONE, LAPTOP]) {
      const visitor = await world.visitor({ viewport });
      await visitor.page.goto(path);
      const name = `public${path.replaceAll('/', '-')}-${viewport.width}`;
      await sound(visitor, name);
      const sideways = await visitor.page.evaluate('document.documentElement.scrollWidth > innerWidth');
      expect(sideways, `${path} scrolls sideways at ${viewport.width}`).toBe(false);
      await visitor.page.emulateMedia({ forcedColors: 'active' });
      await sound(visitor, `${name}-forced`);
      await visitor.page.emulateMedia({ forcedColors: 'none', media: 'print' });
      expect(await visitor.page.locator('nav').first().isVisible(), `${path} prints its menu`).toBe(false);
      await visitor.context.close();
    }
  });
});
