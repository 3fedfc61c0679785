import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { SNOMED } from '#shared/model/snomed.ts';
import { client } from '#shared/text/en/client.ts';
import { elsewhere, recordCopy } from '#shared/text/en/elsewhere.ts';
import { find } from '#shared/text/en/find.ts';
import { date } from '#shared/text/en/format.ts';
import { groupPage } from '#shared/text/en/group-page.ts';
import { mailChoice } from '#shared/text/en/mail-choice.ts';
import { needs } from '#shared/text/en/needs.ts';
import { postcode } from '#shared/text/en/postcode.ts';
import { refer, referProblems } from '#shared/text/en/refer.ts';
import { referSending } from '#shared/text/en/refer-sending.ts';
import { accessNeeds, origins } from '#shared/text/en/referral.ts';
import { referralPage } from '#shared/text/en/referral-page.ts';
import { refusedPage } from '#shared/text/en/refused-page.ts';
import { session } from '#shared/text/en/session.ts';
import { site } from '#shared/text/en/site.ts';
import { LAPTOP, PHONE, signIn } from '#test/support/browser.ts';
import { dayFromNow } from '#test/support/days.ts';
import { type Canaries, canaries } from '#test/support/referral-request.ts';
import {
  answerReferral,
  checkAndSend,
  chooseFirstGroup,
  declineReferral,
  openFromList,
  searchNear,
  sound,
} from './steps.ts';
import { journey } from './visitors.ts';

const world = journey();
const visitor = (viewport = LAPTOP) => world.visitor({ viewport });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** Counts every answer somebody has to give: a tick, a choice or something typed. */
function answering() {
  const counted = { answers: 0 };
  const one = async (act: Promise<unknown>): Promise<void> => {
    counted.answers += 1;
    await act;
  };
  return {
    counted,
    tick: (box: Locator) => one(box.check()),
    type: (box: Locator, text: string) => one(box.fill(text)),
    choose: (list: Locator, label: string) => one(list.selectOption({ label })),
  };
}

/** Searches near a postcode for company without steps and opens the group that comes first. */
async function openFirstGroup(page: Page): Promise<void> {
  await page.goto('/find');
  await page.getByLabel(postcode.label).fill('M14 5RL');
  await page.getByLabel(needs.company, { exact: true }).check();
  await button(page, find.go).click();
  await page.waitForURL(/cell=/);
  await page.goto(`${page.url()}&step_free=1`);
  const card = page.locator('[data-service]').filter({ has: page.getByRole('link', { name: find.refer }) });
  await card.first().getByRole('link').first().click();
  await page.getByRole('link', { name: groupPage.refer }).first().click();
  await page.getByRole('heading', { name: refer.person.title }).waitFor();
}

/** Gives the answers that no search can give, each counted. */
async function answerTheRest(page: Page, who: Canaries): Promise<number> {
  const give = answering();
  await give.tick(page.getByLabel(refer.stop.tick));
  await give.tick(page.locator('#exclusionsRead'));
  await give.type(page.getByLabel(refer.person.preferredName), who.name);
  await give.tick(page.locator('#person-channel-kind'));
  await give.type(page.getByLabel(refer.person.phone, { exact: true }), who.phone);
  await give.tick(
    page.getByLabel(refer.agreement.tick(who.name, date(dayFromNow(0, new Date(world.portal.clock.now()))))),
  );
  await give.choose(page.getByLabel(refer.origin), origins.general_practice);
  return give.counted.answers;
}

describe('sending from a search', () => {
  it.each([
    ['a laptop', LAPTOP],
    ['a phone', PHONE],
  ])('takes at most eight answers that the search has not given, on %s', async (_name, viewport) => {
    const sender = await visitor(viewport);
    await signIn(sender, 'link-worker');
    await openFirstGroup(sender.page);
    await expect.poll(() => sender.page.locator('#ward').inputValue()).toMatch(/^E05/);
    expect(await answerTheRest(sender.page, canaries())).toBeLessThanOrEqual(8);
    await sound(sender, 'refer-filled');
    const shown: string[] = [];
    const reference = await checkAndSend(sender.page, async () => {
      shown.push(await sender.page.locator('main').innerText());
    });
    expect(reference).toMatch(/^R-/);
    for (const row of [needs.company, accessNeeds.step_free, referSending.check.rows.ward]) {
      expect(shown.join()).toContain(row);
    }
    await sender.context.close();
  });

  it('asks for the one tick, and opens the other way of agreeing for whoever needs it', async () => {
    const sender = await visitor();
    await signIn(sender, 'link-worker');
    await openFirstGroup(sender.page);
    await button(sender.page, refer.go).click();
    await sender.page.getByRole('link', { name: referProblems.tick }).click();
    expect(await sender.page.evaluate(() => document.activeElement?.id)).toBe('agreement-how');
    await sender.page.getByText(refer.agreement.otherwise).click();
    await sound(sender, 'refer-agreed-otherwise');
    await sender.page.locator('#agreement-how').check();
    await expect.poll(() => sender.page.getByText(refer.agreement.otherwise).count()).toBe(0);
    await sender.context.close();
  });
});

describe('after a group said no', () => {
  it('offers other groups near, and sends there once the person has agreed again', async () => {
    const [sender, reader] = [await visitor(), await visitor(PHONE)];
    const who = canaries();
    await signIn(sender, 'link-worker');
    await searchNear(sender.page, 'M14 5RL');
    await chooseFirstGroup(sender.page);
    await answerReferral(sender.page, who);
    const reference = await checkAndSend(sender.page);
    await signIn(reader, 'reader', '/inbox');
    await openFromList(reader.page, '/inbox', reference);
    await declineReferral(reader.page, 'outside_area');
    await reader.page.getByText(referralPage.done.decline).waitFor();

    await openFromList(sender.page, '/caseload', reference);
    const refused = await sender.page.locator('.govuk-summary-list').first().innerText();
    await sender.page.getByRole('link', { name: elsewhere.title }).click();
    const first = sender.page.getByRole('button', { name: elsewhere.choose }).first();
    await first.waitFor();
    await sound(sender, 'elsewhere');
    const group = await sender.page.locator('.card__above').first().innerText();
    expect(refused).not.toContain(group);
    await first.click();
    await sender.page.getByRole('heading', { name: elsewhere.to(group) }).waitFor();
    await button(sender.page, elsewhere.submit).click();
    await sender.page.getByRole('link', { name: elsewhere.howProblem }).waitFor();
    await sound(sender, 'elsewhere-asked');
    await sender.page.getByLabel(elsewhere.checked).check();
    await sender.page.getByLabel(refer.agreement.hows.by_phone).check();
    await button(sender.page, elsewhere.submit).click();
    await sender.page.getByRole('link', { name: elsewhere.before }).waitFor();
    await sound(sender, 'elsewhere-sent');
    const now = await sender.page.locator('main').innerText();
    expect(now).toContain(group);
    expect(now).not.toContain(reference);
    expect(now).not.toContain(who.name);
    await sender.page.getByRole('link', { name: elsewhere.before }).click();
    await sender.page.getByRole('link', { name: elsewhere.resent }).waitFor();
    await Promise.all([sender.context.close(), reader.context.close()]);
  });

  it('gives text and codes for the person’s notes, without the person', async () => {
    const sender = await visitor(PHONE);
    const who = canaries();
    await signIn(sender, 'link-worker');
    await searchNear(sender.page, 'M14 5RL');
    await chooseFirstGroup(sender.page);
    await answerReferral(sender.page, who);
    const reference = await checkAndSend(sender.page);
    await openFromList(sender.page, '/caseload', reference);
    await sender.page.getByText(recordCopy.title, { exact: true }).first().click();
    await sound(sender, 'record-copy');
    const text = await sender.page.getByRole('region', { name: recordCopy.label }).innerText();
    expect(text).toContain(reference);
    expect(text).toContain(`${SNOMED.referred.code} ${SNOMED.referred.term}`);
    expect(text).not.toContain(SNOMED.declined.code);
    expect(text).not.toContain(who.name);
    await sender.context.close();
  });
});

describe('what is gone or out of reach', () => {
  it.each([
    ['a group’s activity', (id: string) => `/refer?service=${id}`],
    ['a referral', (id: string) => `/referrals/${id}`],
  ])('is said in the heading of the page, with a way on: %s', async (_name, addressOf) => {
    const sender = await visitor(PHONE);
    await signIn(sender, 'link-worker', addressOf(crypto.randomUUID()));
    const heading = sender.page.getByRole('heading', { level: 1, name: refusedPage.title });
    await heading.waitFor();
    expect(await sender.page.title()).toContain(refusedPage.title);
    await sound(sender, addressOf('gone').replace(/\W/g, '-'));
    await sender.page.getByRole('link', { name: session.toStart }).click();
    await sender.page.waitForURL(/\/start$/);
    await sender.context.close();
  });

  it('comes when it can be reached again, and the focus waits where it begins', async () => {
    const sender = await visitor();
    await sender.page.route('**/api/mail-choice', (route) => route.abort());
    await signIn(sender, 'link-worker', '/mail-choice');
    await sender.page.getByRole('heading', { level: 1, name: client.problemTitle }).waitFor();
    await sound(sender, 'not-reached');
    await sender.page.unroute('**/api/mail-choice');
    await button(sender.page, client.tryAgain).click();
    await sender.page.getByRole('heading', { level: 1, name: mailChoice.title }).waitFor();
    expect(await sender.page.evaluate(() => document.activeElement?.id)).toBe('content');
    expect(await sender.page.title()).toBe(site.titleOf(mailChoice.title));
    await sender.context.close();
  });
});
