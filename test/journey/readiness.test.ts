import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { groupPage } from '#shared/text/en/group-page.ts';
import { policyPage } from '#shared/text/en/safeguarding-policy.ts';
import { keepings, safeguardingPage as words } from '#shared/text/en/safeguarding-questions.ts';
import { basics, questionTitles } from '#shared/text/en/safeguarding-titles.ts';
import { LAPTOP, PHONE, signIn } from '#test/support/browser.ts';
import { Caller } from '#test/support/caller.ts';
import { dayFromNow } from '#test/support/days.ts';
import { groupOf } from '#test/support/demonstration.ts';
import { choose, press, tick, type } from './keyboard.ts';
import { sound } from './steps.ts';
import { journey } from './visitors.ts';

const world = journey();

/** The three questions that are left, by keyboard alone, as somebody does who cannot use a mouse. */
async function answerTheRest(page: Page): Promise<void> {
  await press(page, questionTitles.policy);
  await page.getByRole('heading', { name: questionTitles.policy }).waitFor();
  await choose(page, words.kind, basics.kinds.portal);
  const [year = '', month = '', day = ''] = dayFromNow(0).split('-');
  await type(page, 'Day', day);
  await type(page, 'Month', month);
  await type(page, 'Year', year);
  await press(page, words.save);
  await page.getByRole('heading', { name: questionTitles.keeping }).waitFor();
  for (const label of Object.values(keepings)) await tick(page, label);
  await press(page, words.save);
  await page.getByRole('heading', { name: questionTitles.limits }).waitFor();
  await type(page, words.limits, 'We cannot help with medicines');
  await press(page, words.save);
  await page.getByText(words.done).waitFor();
}

describe('a group on its way to its first referral', () => {
  it('answers what is left by keyboard, and by that is referable and found so', async () => {
    const lead = await world.visitor({ viewport: LAPTOP });
    const caller = await new Caller(world.portal.origin, 'new-group').signIn('new-group');
    const { groupId, serviceId } = await groupOf(caller);
    const referable = async () => {
      const group = (await caller.get(`/api/groups/${groupId}`)).json as {
        services: { id: string; referable: boolean }[];
      };
      return group.services.find(({ id }) => id === serviceId)?.referable;
    };
    expect(await referable()).toBe(false);

    await signIn(lead, 'new-group', '/safeguarding');
    await lead.page.getByText(words.left(3)).waitFor();
    await sound(lead, 'safeguarding');
    await answerTheRest(lead.page);
    await sound(lead, 'safeguarding-done');
    await lead.page.goto('/safeguarding-policy');
    await lead.page.getByText(policyPage.danger).waitFor();
    await sound(lead, 'safeguarding-policy');

    await world.portal.clock.settle();
    await expect.poll(referable, { timeout: 15_000 }).toBe(true);
    const anyone = await world.visitor({ viewport: PHONE });
    // The page may have been kept at the edge for half a minute.
    await anyone.page.goto(`/groups/${groupId}?fresh`);
    await anyone.page.getByText('We cannot help with medicines').first().waitFor();
    expect(await anyone.page.getByRole('link', { name: groupPage.refer }).count()).toBeGreaterThan(0);
  });
});
