import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SignInProblem } from '#shared/api/session.ts';
import { postcode as words } from '#shared/text/en/postcode.ts';
import { signedOut, signInProblems } from '#shared/text/en/signed-out.ts';
import { launchBrowser, newVisitor, PHONE } from '#test/support/browser.ts';
import { type Extra, SITE_ORIGIN, serveSite } from '#test/support/site.ts';

const shard = {
  outcode: 'M14',
  area: 'manchester',
  councilName: 'Manchester',
  wards: [],
  units: { '5RX': [53.4454, -2.2193, 0] },
};
const elsewhere = { outcode: 'LS1', area: null, councilName: 'Leeds', wards: [], units: {} };
const DATA: Extra = {
  '/api/postcodes/M14.json': { body: JSON.stringify(shard), type: 'application/json' },
  '/api/postcodes/LS1.json': { body: JSON.stringify(elsewhere), type: 'application/json' },
  '/api/postcodes/EC1.json': (route) => route.abort(),
  '/find': { body: '<!doctype html><title>Results</title>' },
};

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
});

async function visit(path: string, options: Parameters<typeof newVisitor>[2] = {}) {
  const visitor = await newVisitor(browser, SITE_ORIGIN, options);
  await serveSite(visitor.context, DATA);
  const asked: string[] = [];
  visitor.context.on('request', (request) => asked.push(request.url() + (request.postData() ?? '')));
  await visitor.page.goto(path);
  return { ...visitor, asked };
}

describe('the menu', () => {
  it('is folded on a phone until its button is pressed, and Escape folds it again', async () => {
    const { page, context } = await visit('/about', { viewport: PHONE });
    const help = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Help now' });
    const button = page.getByRole('button', { name: 'Menu' });
    expect(await help.isVisible()).toBe(false);
    await button.press('Enter');
    expect(await help.isVisible()).toBe(true);
    expect(await button.getAttribute('aria-expanded')).toBe('true');
    await help.focus();
    await page.keyboard.press('Escape');
    expect(await help.isVisible()).toBe(false);
    expect(await page.evaluate('document.activeElement.textContent.trim()')).toBe('Menu');
    await context.close();
  });

  it('stands open on a phone without script, and on a laptop', async () => {
    for (const options of [{ viewport: PHONE, javaScriptEnabled: false }, {}]) {
      const { page, context } = await visit('/about', options);
      expect(await page.getByRole('link', { name: 'Help now', exact: true }).isVisible()).toBe(true);
      expect(await page.getByRole('button', { name: 'Menu' }).isVisible()).toBe(false);
      await context.close();
    }
  });

  it('says where we are and lets the keyboard skip it', async () => {
    const { page, context } = await visit('/about');
    expect(await page.locator('nav [aria-current="page"]').textContent()).toBe('About');
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to main content');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('content');
    await context.close();
  });

  it.each(SignInProblem.options)(
    'says why somebody could not sign in, and the way on: %s',
    async (problem) => {
      const { page, context, violations } = await visit(`/signed-out?problem=${problem}`);
      const said = signInProblems[problem];
      await page.getByRole('heading', { name: said.title, exact: true }).waitFor();
      expect(await page.evaluate('document.activeElement.textContent')).toContain(said.title);
      expect(await page.title()).toContain(said.title);
      expect(await page.getByText(said.text).isVisible()).toBe(true);
      expect(await page.getByRole('link', { name: said.link }).getAttribute('href')).toBe(said.href);
      expect(await page.getByText(signedOut.title, { exact: true }).count()).toBe(0);
      expect(violations).toEqual([]);
      await context.close();
    },
  );

  it('shows the links of the roles last seen here, and nobody’s otherwise', async () => {
    const { page, context } = await visit('/about');
    expect(await page.locator('[data-roles]:visible').count()).toBe(0);
    expect(await page.locator('[data-signed-out]').isVisible()).toBe(true);
    await page.evaluate(`localStorage.setItem('portal-roles', 'group_reader group_lead')`);
    await page.reload();
    const shown = await page.evaluate(
      `[...document.querySelectorAll('[data-roles]')].filter((link) => link.checkVisibility()).map((link) => link.pathname)`,
    );
    expect(shown).toEqual(['/inbox', '/my-group', '/my-grants']);
    expect(await page.locator('[data-signed-out]').isVisible()).toBe(false);
    await context.close();
  });
});

describe('the search form', () => {
  it('turns a postcode into a map square here and sends only that', async () => {
    const { page, context, asked, violations } = await visit('/');
    await page.fill('#postcode', 'm145rx');
    await page.selectOption('#need', 'company');
    await page.press('#postcode', 'Enter');
    await page.waitForURL('**/find?**');
    const { searchParams } = new URL(page.url());
    expect([...searchParams]).toEqual([
      ['cell', 'gcw2j3'],
      ['near', 'M14'],
      ['need', 'company'],
    ]);
    expect(asked.filter((url) => /5RX/i.test(url))).toEqual([]);
    expect(violations).toEqual([]);
    await context.close();
  });

  it.each([
    ['what is no postcode', 'Rusholme', words.notAPostcode],
    ['half a postcode', 'M14', words.notAPostcode],
    ['a postcode nobody has', 'M14 9ZZ', words.notKnown],
    ['a district nobody has', 'ZZ9 9ZZ', words.notKnown],
    ['a postcode elsewhere', 'LS1 1AA', words.notCovered('Leeds')],
    ['a line that is down', 'EC1 1AA', words.noConnection],
  ])('says what to do about %s and keeps what was typed', async (_case, typed, sentence) => {
    const { page, context } = await visit('/');
    await page.fill('#postcode', typed);
    await page.click('text=Find groups');
    await page.waitForSelector('#postcode-error');
    expect(await page.textContent('#postcode-error')).toBe(`Error: ${sentence}`);
    expect(await page.inputValue('#postcode')).toBe(typed);
    expect(await page.evaluate('document.activeElement.id')).toBe('postcode');
    expect(await page.getAttribute('#postcode', 'aria-describedby')).toContain('postcode-error');
    expect(await page.title()).toMatch(/^Error: /);
    await page.fill('#postcode', 'M14 5RX');
    await page.click('text=Find groups');
    await page.waitForURL('**/find?**');
    await context.close();
  });

  it('searches everywhere when no postcode is given', async () => {
    const { page, context } = await visit('/');
    await page.selectOption('#need', 'money');
    await page.click('text=Find groups');
    await page.waitForURL('**/find?need=money');
    await context.close();
  });

  it('posts the postcode in the body, never in an address, without script', async () => {
    const { page, context, asked } = await visit('/', { javaScriptEnabled: false });
    await page.fill('#postcode', 'M14 5RX');
    await page.click('text=Find groups');
    await page.waitForURL('**/find');
    expect(asked.at(-1)).toBe(`${SITE_ORIGIN}/findpostcode=M14+5RX&need=`);
    await context.close();
  });
});
