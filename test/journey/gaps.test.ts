import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { dayOf } from '#shared/model/civil-time.ts';
import { quarterBounds, quarterOf } from '#shared/model/quarter.ts';
import { evidence } from '#shared/text/en/evidence.ts';
import { find } from '#shared/text/en/find.ts';
import { gapNotes } from '#shared/text/en/gap-notes.ts';
import { gaps } from '#shared/text/en/gaps.ts';
import { introductions } from '#shared/text/en/introductions.ts';
import { needs } from '#shared/text/en/needs.ts';
import { takeHomeCard } from '#shared/text/en/take-home.ts';
import { withoutReferral } from '#shared/text/en/without-referral.ts';
import { LAPTOP, PHONE, picture, signIn } from '#test/support/browser.ts';
import { Caller } from '#test/support/caller.ts';
import { searchNear, sound, soundAtBothWidths } from './steps.ts';
import { journey } from './visitors.ts';

const world = journey();
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const link = (page: Page, name: string) => page.getByRole('link', { name, exact: true });

/** The rows of a table as somebody reads them. */
const rowsOf = (page: Page, caption: string): Promise<string[][]> =>
  page
    .getByRole('region', { name: caption })
    .locator('tr')
    .evaluateAll((rows) =>
      rows.map((row) => [...row.querySelectorAll('th,td')].map((cell) => cell.textContent.trim())),
    );

/** What was missing in the commissioner’s own area, which has one council. */
const TABLE = evidence.tableOf('Manchester');

/** A small reader of CSV of our own kind: quoted where it must be. */
const cellsOf = (line: string): string[] =>
  [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
  );

describe('a commissioner', () => {
  it.each([
    ['phone', PHONE],
    ['laptop', LAPTOP],
  ])(
    'reads three gaps with their causes, what there is beside them and a map, on a %s',
    async (name, viewport) => {
      const visitor = await world.visitor({ viewport });
      await signIn(visitor, 'commissioner', '/gaps');
      const { page } = visitor;
      await page.getByRole('heading', { name: gaps.title }).waitFor();
      await page.getByRole('region', { name: TABLE }).waitFor();
      await sound(visitor, `gaps-${name}`);
      const [head = [], ...rows] = await rowsOf(page, TABLE);
      const [need, kind, people] = ['need', 'kind', 'total'].map((column) =>
        head.indexOf(evidence.columns[column as 'need']),
      );
      const readable = rows.filter(
        (row) => row[kind ?? -1] === evidence.kind.unmet && row[people ?? -1] !== '*',
      );
      expect(readable.map((row) => row[need ?? -1])).toEqual([needs.carers, needs.digital, needs.company]);
      expect(readable[0]?.join(' | ')).toContain('nothing of the kind: 35');
      expect(await page.getByRole('img', { name: evidence.map }).getAttribute('aria-label')).toContain(
        evidence.readable(3),
      );
      expect(await page.evaluate('document.documentElement.scrollWidth > innerWidth')).toBe(false);
      // On paper, a sheet lying down, nothing of the table is cut off.
      await page.emulateMedia({ media: 'print' });
      await page.setViewportSize({ width: 1008, height: 680 });
      const cutOff = `[...document.querySelectorAll('.wide-table')].filter((one) => one.scrollWidth > one.clientWidth)`;
      expect(await page.evaluate(`${cutOff}.length`)).toBe(0);
      await visitor.context.close();
    },
  );

  it('looks at the quarter before by one press, which takes the focus there', async () => {
    const visitor = await world.visitor({ viewport: PHONE });
    await signIn(visitor, 'commissioner', '/gaps');
    const { page } = visitor;
    await page.getByRole('region', { name: TABLE }).waitFor();
    const other = page.getByRole('button', { name: /^What was missing, / }).last();
    const name = await other.innerText();
    await other.press('Enter');
    await page.getByRole('heading', { name, exact: true }).waitFor();
    await expect.poll(() => page.evaluate('document.activeElement.textContent')).toBe(name);
    const [head = [], ...rows] = await rowsOf(page, TABLE);
    const before = head.indexOf(evidence.columns.before);
    expect(new Set(rows.map((row) => row[before]))).toEqual(new Set([evidence.notComparable]));
    await visitor.context.close();
  });

  it('takes the table along as a spreadsheet that says exactly the same', async () => {
    const visitor = await world.visitor({ viewport: LAPTOP });
    await signIn(visitor, 'commissioner', '/gaps');
    const { page } = visitor;
    await page.getByRole('region', { name: TABLE }).waitFor();
    const waiting = page.waitForEvent('download');
    await button(page, evidence.csv).click();
    const file = await waiting;
    expect(file.suggestedFilename()).toMatch(/^what-was-missing-\d{4}-\d{2}\.csv$/);
    const lines = readFileSync(await file.path(), 'utf8')
      .replace('\uFEFF', '')
      .trimEnd()
      .split('\r\n');
    const shown = await rowsOf(page, TABLE);
    expect(lines.slice(0, shown.length).map(cellsOf)).toEqual(shown);
    expect(lines.slice(shown.length).join('\n')).toContain('small-numbers-2');
    await visitor.context.close();
  });
});

describe('a link worker', () => {
  it('says why nothing fits in two taps, and the search has told of it already, once', async () => {
    const visitor = await world.visitor({ viewport: PHONE });
    const { page } = visitor;
    const noted: string[] = [];
    page.on('request', (request) => {
      if (request.url().endsWith('/api/gap-notes')) noted.push(request.postData() ?? '');
    });
    await signIn(visitor, 'link-worker', '/start');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.goto('/find?cell=gcw2j3&near=M14&need=purpose&q=zither');
    await page.getByText(find.none).waitFor();
    await expect
      .poll(() => noted.map((body) => JSON.parse(body)))
      .toEqual([
        { kind: 'unmet', needs: ['purpose'], cause: 'unreachable', barrier: 'words', council: 'E08000003' },
      ]);
    await sound(visitor, 'find-missing');
    await link(page, withoutReferral.nothingFits).click();
    await page.getByRole('heading', { name: gapNotes.title }).waitFor();
    await sound(visitor, 'nothing-fits');
    await button(page, gapNotes.causes['absent'] ?? '').click();
    await page.getByRole('heading', { name: gapNotes.noted }).waitFor();
    await sound(visitor, 'nothing-fits-noted');
    expect(await page.evaluate('document.activeElement.textContent')).toContain(gapNotes.noted);
    await link(page, gapNotes.again).click();
    await page.waitForURL(/\/find\?.*need=purpose/);
    await visitor.context.close();
  });

  it('chooses the need where no search has said it: asked for it, or by the one tap that records it', async () => {
    const visitor = await world.visitor({ viewport: LAPTOP });
    const { page } = visitor;
    await signIn(visitor, 'link-worker', '/caseload');
    await link(page, withoutReferral.nothingFits).first().click();
    await button(page, gapNotes.causes['full'] ?? '').click();
    await page.getByText(gapNotes.needProblem).waitFor();
    expect(await page.evaluate('document.activeElement.id')).toBe('need');
    await sound(visitor, 'nothing-fits-problem');
    await page.getByLabel(gapNotes.need).selectOption({ label: needs.work });
    await button(page, gapNotes.causes['full'] ?? '').click();
    await page.getByRole('heading', { name: gapNotes.noted }).waitFor();
    await link(page, gapNotes.caseload).click();
    await link(page, withoutReferral.toldAny).first().click();
    await page.getByRole('heading', { name: introductions.need }).waitFor();
    await soundAtBothWidths(visitor, 'told-what-for');
    const sent = page.waitForRequest('**/api/introductions');
    await button(page, needs.work).click();
    expect(JSON.parse((await sent).postData() ?? '{}')).toMatchObject({ how: 'told_of', needs: ['work'] });
    await page.getByRole('heading', { name: introductions.recorded }).waitFor();
    await visitor.context.close();
  });

  it.each([
    ['phone', PHONE],
    ['laptop', LAPTOP],
  ])(
    'records in two taps from a search that somebody was told of a group, and prints the card, on a %s',
    async (name, viewport) => {
      const visitor = await world.visitor({ viewport });
      const { page } = visitor;
      await signIn(visitor, 'link-worker', '/start');
      await page.getByRole('heading', { level: 1 }).waitFor();
      await searchNear(page, 'M14 5RL');
      await page.waitForURL(/cell=/);
      await page.locator('[data-service]').first().getByRole('link', { name: withoutReferral.told }).click();
      await page.getByRole('heading', { name: introductions.titleOf('Friday tea and chat') }).waitFor();
      await sound(visitor, `told-${name}`);
      await page.evaluate('window.printed = 0; window.print = () => { window.printed += 1; }');
      const sent = page.waitForRequest('**/api/introductions');
      await button(page, introductions.told).click();
      const body = JSON.parse((await sent).postData() ?? '{}');
      expect(body).toMatchObject({ how: 'told_of', needs: ['company'], council: 'E08000003' });
      expect(Object.keys(body).sort()).toEqual(['council', 'how', 'needs', 'on', 'serviceId']);
      await page.getByRole('heading', { name: introductions.recorded }).waitFor();
      await sound(visitor, `told-recorded-${name}`);
      expect(await page.evaluate('window.printed')).toBe(1);
      await button(page, introductions.print).click();
      expect(await page.evaluate('window.printed')).toBe(2);
      await page.emulateMedia({ media: 'print' });
      const card = page.locator('.take-home');
      expect(await card.isVisible()).toBe(true);
      const text = await card.innerText();
      for (const said of ['Friday tea and chat', 'Marigold Corner', takeHomeCard.when, takeHomeCard.getThere])
        expect(text).toContain(said);
      expect(text).not.toContain(takeHomeCard.reference);
      expect(await button(page, introductions.print).isVisible()).toBe(false);
      await picture(page, `told-printed-${name}`);
      await visitor.context.close();
    },
  );

  it('finds the same on a group’s own page, and anybody else does not', async () => {
    const [worker, anyone] = [await world.visitor(), await world.visitor()];
    await signIn(worker, 'link-worker', '/start');
    await worker.page.getByRole('heading', { level: 1 }).waitFor();
    for (const { page } of [worker, anyone]) {
      await searchNear(page, 'M14 5RL');
      await page.waitForURL(/cell=/);
      await page.locator('[data-service]').first().getByRole('link').first().click();
      await page.getByRole('heading', { level: 1, name: 'Marigold Corner' }).waitFor();
    }
    const told = (page: Page) => page.getByRole('link', { name: withoutReferral.told });
    expect(await told(worker.page).first().isVisible()).toBe(true);
    expect(await told(anyone.page).count()).toBe(0);
    await told(worker.page).first().click();
    await button(worker.page, introductions.taken).click();
    await worker.page.getByRole('heading', { name: introductions.recorded }).waitFor();
    await Promise.all([worker.context.close(), anyone.context.close()]);
  });
});

describe('when the quarter has closed', () => {
  it('what many sessions noted can be read, and what one noted cannot', async () => {
    const { portal } = world;
    const note = { kind: 'noted', needs: ['identity', 'home'], cause: 'absent', barrier: null };
    for (let session = 0; session < 9; session += 1) {
      const worker = await new Caller(portal.origin, 'link-worker').signIn('link-worker');
      expect((await worker.post('/api/gap-notes', note)).status).toBe(202);
      expect((await worker.post('/api/gap-notes', note)).status).toBe(202);
    }
    await portal.clock.settle();
    const today = dayOf(portal.clock.now().toString());
    const quarter = quarterOf(today);
    const ends = Date.parse(`${quarterBounds(quarter).until}T12:00:00.000Z`);
    const days = Math.ceil((ends - Date.parse(`${today}T00:00:00.000Z`)) / 86_400_000) + 4;
    await portal.clock.advance(`P${days}D`);
    const visitor = await world.visitor({ viewport: LAPTOP });
    await signIn(visitor, 'commissioner', '/gaps');
    const { page } = visitor;
    await page
      .getByRole('heading', { name: new RegExp(quarter.slice(0, 4)) })
      .first()
      .waitFor();
    await sound(visitor, 'gaps-after-quarter');
    const rows = (await rowsOf(page, TABLE)).map((row) => row.join(' | '));
    const line = (kind: string, need: string) => rows.find((row) => row.includes(kind) && row.includes(need));
    expect(line(evidence.kind.noted, needs.home)).toContain(`${evidence.kind.noted} | 10 | 0 | 10 more`);
    expect(line(evidence.kind.noted, needs.home)).toContain('nothing of the kind: 10');
    expect(line(evidence.kind.noted, needs.work)).toContain(`${evidence.kind.noted} | *`);
    expect(line(evidence.kind.unmet, needs.purpose)).toContain(`${evidence.kind.unmet} | *`);
    expect(line(evidence.kind.introduced, needs.company)).toContain(`${evidence.kind.introduced} | *`);
    // What is sensitive: for the whole area only, and no reason for it.
    expect(line(evidence.kind.noted, needs.identity)).toMatch(
      new RegExp(`^${needs.identity} .*\\| 10 \\| \\* \\| ${evidence.notComparable} \\| +\\|`),
    );
    await visitor.context.close();
    // Nothing else waits for the end of a quarter: what freezes it may do so, and may do no more than it needs.
    const ofQuarters = ({ callerName }: { callerName: string }) => callerName.endsWith('-quarters');
    expect(portal.refusals()).toEqual([]);
    expect(portal.unusedGrants().filter(ofQuarters)).toEqual([]);
  }, 480_000);
});
