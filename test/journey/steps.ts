import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { client } from '#shared/text/en/client.ts';
import { find } from '#shared/text/en/find.ts';
import { groupPage } from '#shared/text/en/group-page.ts';
import { lists } from '#shared/text/en/lists.ts';
import { moves } from '#shared/text/en/moves.ts';
import { needs } from '#shared/text/en/needs.ts';
import { postcode } from '#shared/text/en/postcode.ts';
import { declineReasons, outcomes } from '#shared/text/en/reasons.ts';
import { refer } from '#shared/text/en/refer.ts';
import { referSending } from '#shared/text/en/refer-sending.ts';
import { origins, referralActions } from '#shared/text/en/referral.ts';
import { referralPage } from '#shared/text/en/referral-page.ts';
import { axeFindings, LAPTOP, PHONE, picture, type Visitor } from '#test/support/browser.ts';
import type { Canaries } from '#test/support/referral-request.ts';

/** What each page and state must be: free of findings, and kept as a picture when asked for. */
export async function sound({ page, violations, foreign }: Visitor, name: string): Promise<void> {
  await page.getByText(client.loading, { exact: true }).waitFor({ state: 'hidden' });
  await picture(page, name);
  expect(await axeFindings(page), name).toEqual([]);
  expect(violations, name).toEqual([]);
  expect(foreign, name).toEqual([]);
}

/** The same on a phone and on a laptop, as the page stands: what was typed stays. */
export async function soundAtBothWidths(visitor: Visitor, name: string): Promise<void> {
  const before = visitor.page.viewportSize() ?? LAPTOP;
  for (const size of [PHONE, LAPTOP]) {
    await visitor.page.setViewportSize(size);
    await sound(visitor, `${name}-${size.width}`);
  }
  await visitor.page.setViewportSize(before);
}

/** A choice of one question: several questions may offer the same words. */
export const choice = (page: Page, question: string, label: string) =>
  page.getByRole('group', { name: question }).getByLabel(label, { exact: true });

export const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** Searches for company near a postcode from the search page. */
export async function searchNear(page: Page, typed: string): Promise<void> {
  await page.goto('/find');
  await page.getByLabel(postcode.label).fill(typed);
  await page.getByLabel(needs.company, { exact: true }).check();
  await button(page, find.go).click();
}

/** Opens the first group found and chooses to introduce somebody to its first activity. */
export async function chooseFirstGroup(page: Page): Promise<string> {
  await page.waitForURL(/cell=/);
  const card = page.locator('[data-service]').first();
  const group = (await card.innerText()).split('\n')[0] ?? '';
  await card.getByRole('link').first().click();
  await page.getByRole('link', { name: groupPage.refer }).first().click();
  return group;
}

/** Answers the referral form: the two stops, ward, person, agreement and where it began. */
export async function answerReferral(page: Page, who: Canaries): Promise<void> {
  await page.getByLabel(refer.stop.tick).check();
  await page
    .getByLabel(new RegExp(`^(${refer.exclusions.tick}|${refer.exclusions.tickNone.replace('?', '\\?')})$`))
    .check();
  const company = page.getByLabel(needs.company, { exact: true });
  if (!(await company.isChecked())) await company.check();
  await page.getByLabel(refer.place.postcode).fill('M14 5RL');
  await button(page, refer.place.find).click();
  await page.getByText(/^Found: /).waitFor();
  await page.getByLabel(refer.person.preferredName).fill(who.name);
  await choice(page, refer.person.channel, refer.person.channels.phone).check();
  await page.getByLabel(refer.person.phone, { exact: true }).fill(who.phone);
  await page.getByLabel(new RegExp(`^${refer.agreement.tick(who.name, '')}`)).check();
  await page.getByLabel(refer.origin).selectOption({ label: origins.general_practice });
}

/** From the answered form over the check page to the reference. */
export async function checkAndSend(
  page: Page,
  look: (name: string) => Promise<void> = async () => {},
): Promise<string> {
  await button(page, refer.go).click();
  await page.getByRole('heading', { name: referSending.check.title }).waitFor();
  await look('refer-check');
  await button(page, referSending.check.send).click();
  await page.getByRole('heading', { name: referSending.sent.title }).waitFor();
  const reference = /R-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}/.exec(await page.locator('main').innerText())?.[0];
  if (reference === undefined) throw new Error('The page after sending says no reference');
  return reference;
}

/** Opens a referral of a list by its reference; `ended` looks among those that have ended. */
export async function openFromList(
  page: Page,
  list: '/inbox' | '/caseload',
  reference: string,
  ended?: 'ended',
): Promise<void> {
  await page.goto(list);
  if (ended !== undefined) await page.getByRole('link', { name: lists.caseload.closed, exact: true }).click();
  await page.locator('.card', { hasText: reference }).getByRole('link').first().click();
  await page.getByRole('heading', { name: referralPage.timeline }).waitFor();
}

/** Opens the form of a move on the page of a referral. */
export async function chooseMove(page: Page, move: Exclude<keyof typeof moves, 'cancel'>): Promise<void> {
  await button(page, referralActions[move]).click();
  await page.getByRole('heading', { name: moves[move].title, exact: true }).waitFor();
}

export async function acceptReferral(page: Page): Promise<void> {
  await chooseMove(page, 'accept');
  await button(page, moves.accept.submit).click();
}

export async function declineReferral(page: Page, reason: keyof typeof declineReasons): Promise<void> {
  await chooseMove(page, 'decline');
  await choice(page, moves.decline.reason, declineReasons[reason]).check();
  await choice(page, moves.decline.by, moves.decline.group).check();
  await button(page, moves.decline.submit).click();
}

export async function recordStart(page: Page): Promise<void> {
  await chooseMove(page, 'start');
  await choice(page, moves.start.on, moves.start.today).check();
  await button(page, moves.start.submit).click();
}

export async function recordOutcome(page: Page): Promise<void> {
  await chooseMove(page, 'complete');
  await choice(page, moves.complete.outcome, outcomes.came_regularly).check();
  await button(page, moves.complete.submit).click();
}

/** Shows the contact details, acknowledging what makes contact safe when there is something to read. */
export const showContactDetails = (page: Page): Promise<void> => show(page, referralPage.reveal.readerButton);
/** The same for the sender. */
export const showWhoThisIs = (page: Page): Promise<void> => show(page, referralPage.reveal.senderButton);

async function show(page: Page, name: string): Promise<void> {
  await button(page, name).click();
  const acknowledge = button(page, referralPage.reveal.acknowledge);
  const shown = button(page, referralPage.reveal.hide);
  await acknowledge.or(shown).first().waitFor();
  if (await acknowledge.isVisible()) await acknowledge.click();
  await shown.waitFor();
}
