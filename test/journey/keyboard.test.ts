import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { find } from '#shared/text/en/find.ts';
import { date } from '#shared/text/en/format.ts';
import { groupPage } from '#shared/text/en/group-page.ts';
import { moves } from '#shared/text/en/moves.ts';
import { needs } from '#shared/text/en/needs.ts';
import { postcode } from '#shared/text/en/postcode.ts';
import { outcomes } from '#shared/text/en/reasons.ts';
import { refer } from '#shared/text/en/refer.ts';
import { referSending } from '#shared/text/en/refer-sending.ts';
import { origins, referralActions } from '#shared/text/en/referral.ts';
import { referralPage } from '#shared/text/en/referral-page.ts';
import { signIn } from '#test/support/browser.ts';
import { dayFromNow } from '#test/support/days.ts';
import { canaries } from '#test/support/referral-request.ts';
import { choose, press, pressLike, select, tick, type } from './keyboard.ts';
import { journey } from './visitors.ts';

const world = journey();

describe('the whole way by keyboard alone', () => {
  it('goes from search to outcome without a mouse', async () => {
    const who = canaries();
    const sender = await world.visitor();
    await signIn(sender, 'link-worker', '/find');
    const { page } = sender;
    await type(page, postcode.label, 'm14 5rl');
    await tick(page, needs.company);
    await press(page, find.go);
    await page.waitForURL(/cell=/);
    await pressLike(page, new RegExp(`^${find.refer}`));
    await page.getByRole('heading', { name: refer.person.title }).waitFor();
    await tick(page, refer.stop.tick);
    await tickEither(page, [refer.exclusions.tick, refer.exclusions.tickNone]);
    await tick(page, needs.company);
    await type(page, refer.place.postcode, 'M14 5RL');
    await press(page, refer.place.find);
    await page.getByText(/^Found: /).waitFor();
    await type(page, refer.person.preferredName, who.name);
    await choose(page, refer.person.channel, refer.person.channels.phone);
    await type(page, refer.person.phone, who.phone);
    await tick(page, refer.agreement.tick(who.name, date(dayFromNow(0))));
    await select(page, refer.origin, origins.general_practice);
    await press(page, refer.go);
    await page.getByRole('heading', { name: referSending.check.title }).waitFor();
    await isAskedBeforeLeaving(page);
    await page.goBack();
    await isHeldAndSeen(page, page.getByLabel(refer.stop.tick));
    await press(page, refer.go);
    await page.getByRole('heading', { name: referSending.check.title }).waitFor();
    await press(page, referSending.check.send);
    await page.getByRole('heading', { name: referSending.sent.title }).waitFor();
    const reference = /R-\w{4}-\w{4}/.exec(await page.locator('main').innerText())?.[0] ?? 'none';

    const reader = await world.visitor();
    await signIn(reader, 'reader', '/inbox');
    await reader.page.locator('.card', { hasText: reference }).waitFor();
    const title = await reader.page
      .locator('.card', { hasText: reference })
      .getByRole('link')
      .first()
      .innerText();
    await press(reader.page, title);
    await reader.page.getByRole('heading', { name: referralPage.timeline }).waitFor();
    await press(reader.page, referralActions.decline);
    await press(reader.page, moves.cancel);
    await isHeldAndSeen(reader.page, reader.page.getByRole('button', { name: referralActions.decline }));
    await press(reader.page, referralActions.accept);
    await press(reader.page, moves.accept.submit);
    await reader.page.getByText(referralPage.done.accept).waitFor();
    await press(reader.page, referralPage.reveal.readerButton);
    await reader.page.getByRole('heading', { name: who.name }).waitFor();
    await press(reader.page, referralActions.start);
    await choose(reader.page, moves.start.on, moves.start.today);
    await press(reader.page, moves.start.submit);
    await reader.page.getByText(referralPage.done.start).waitFor();
    await press(reader.page, referralActions.complete);
    await choose(reader.page, moves.complete.outcome, outcomes.came_regularly);
    await press(reader.page, moves.complete.submit);
    await reader.page.getByText(referralPage.done.complete).waitFor();
    expect([...sender.violations, ...reader.violations]).toEqual([]);
    await Promise.all([sender.context.close(), reader.context.close()]);
  });

  it('offers a way past the menu as the first stop of every page', async () => {
    const { page, context } = await world.visitor();
    for (const path of ['/', '/find', '/about', '/help']) {
      await page.goto(path);
      await page.keyboard.press('Tab');
      expect(await page.evaluate('document.activeElement.getAttribute("href")')).toBe('#content');
    }
    await page.goto('/find?cell=gcw2je&near=M14&need=company');
    await pressLike(page, /^Friday tea and chat/);
    await page.getByText(groupPage.activities).waitFor();
    await context.close();
  });
});

/** The focus is there, and on the screen. */
async function isHeldAndSeen(page: Page, place: Locator): Promise<void> {
  await place.and(page.locator(':focus')).waitFor();
  const { y = -1 } = (await place.boundingBox()) ?? {};
  expect(y).toBeGreaterThanOrEqual(0);
}

/** A reload with answers that were not sent waits for a yes; here somebody says no. */
async function isAskedBeforeLeaving(page: Page): Promise<void> {
  const asked = page.waitForEvent('dialog');
  const reload = page.evaluate('setTimeout(() => location.reload())');
  const dialog = await asked;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.dismiss();
  await reload;
}

async function tickEither(page: Parameters<typeof tick>[0], names: readonly string[]): Promise<void> {
  for (const name of names) {
    if ((await page.getByLabel(name, { exact: true }).count()) > 0) return tick(page, name);
  }
  throw new Error(`None of ${names.join(', ')} is on the page`);
}
