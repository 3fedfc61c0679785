import type { Locator } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { QueueKind } from '#shared/model/task.ts';
import { countMessage } from '#shared/text/en/characters.ts';
import { groupChecks } from '#shared/text/en/group-checks.ts';
import { groupPage } from '#shared/text/en/group-page.ts';
import { suggestionTopics } from '#shared/text/en/listing.ts';
import { privateWords } from '#shared/text/en/private-words.ts';
import { suggest, queue as words } from '#shared/text/en/queue.ts';
import { queueDone } from '#shared/text/en/queue-done.ts';
import { outcomes, queueKinds, queueTabs, reportHows } from '#shared/text/en/queue-kinds.ts';
import { session } from '#shared/text/en/session.ts';
import { LAPTOP, PHONE, signIn, type Visitor } from '#test/support/browser.ts';
import { callers } from '#test/support/caller.ts';
import { groupOf, referralAt, sendReferral } from '#test/support/demonstration.ts';
import { patience } from '#test/support/patience.ts';
import { inviteColleague } from '#test/support/second-coordinator.ts';
import { choose, press, pressLike } from './keyboard.ts';
import { button, sound, soundAtBothWidths } from './steps.ts';
import { journey } from './visitors.ts';

const world = journey();
const NHS_NUMBER = '943 476 5919';

/** Anyone says on a phone that a listing is wrong: asked to look again at what may be about a person, thanked in the end. */
async function tellMistake(groupId: string): Promise<void> {
  const visitor = await world.visitor({ viewport: PHONE });
  const { page } = visitor;
  await page.goto(`/groups/${groupId}`);
  await page.getByRole('link', { name: groupPage.wrongLink }).click();
  await page.getByLabel(suggestionTopics.has_closed).check();
  const box = page.getByLabel(suggest.text);
  await box.fill(`Ask for ${NHS_NUMBER}`);
  await page
    .getByText(countMessage(500, `Ask for ${NHS_NUMBER}`.length))
    .first()
    .waitFor();
  await button(page, suggest.submit).click();
  await page.getByLabel(privateWords.keep).waitFor();
  await page
    .getByText(privateWords.looksLike(['nhs_number']))
    .last()
    .waitFor();
  await sound(visitor, 'suggest-warned');
  await box.fill('The hall is shut until spring');
  await button(page, suggest.submit).click();
  await page.getByText(suggest.done).waitFor();
  await visitor.context.close();
}

/** Two weeks: nobody answers one referral, and nobody takes over another that was handed back. */
beforeAll(async () => {
  const people = await callers(world.portal.origin, ['link-worker', 'reader', 'group-lead']);
  const patiently = patience(world.portal, () => Object.values(people));
  const { groupId, serviceId } = await groupOf(people['group-lead']);
  await sendReferral(people['link-worker'], serviceId, patiently);
  await referralAt('handed_back', people['link-worker'], people.reader, serviceId, patiently);
  await tellMistake(groupId);
  await inviteColleague(world.portal);
  await world.portal.clock.advance('P13D');
}, 120_000);

const coordinator = async (
  options: Parameters<typeof world.visitor>[0] = { viewport: LAPTOP },
  to = '/queue',
) => {
  const visitor = await world.visitor(options);
  await signIn(visitor, 'coordinator', to);
  await visitor.page.getByRole('heading', { name: words.title }).waitFor();
  return visitor;
};
const cards = ({ page }: Visitor, kind: QueueKind): Locator =>
  page.getByRole('region', { name: queueKinds[kind].name, exact: true }).locator('.card');
const card = (visitor: Visitor, kind: QueueKind): Locator => cards(visitor, kind).first();

/** Says what came of a card, and waits for the page to say so. */
async function settle(visitor: Visitor, kind: QueueKind, label: string): Promise<string> {
  const one = card(visitor, kind);
  const title = await one.locator('.card__title').innerText();
  await one.getByText(words.open).click();
  await one.getByLabel(label, { exact: true }).check();
  await one.getByRole('button', { name: words.submit }).click();
  await visitor.page.getByText(`: ${title}.`).waitFor();
  return title;
}

describe('a coordinator’s queue', () => {
  it('shows what does most harm first, at both widths, and nothing of it to anybody else', async () => {
    const visitor = await coordinator();
    await card(visitor, 'silence').waitFor();
    const names = await visitor.page.locator('main section > h2').allInnerTexts();
    const order = QueueKind.options.map((kind) => queueKinds[kind].name as string);
    const places = names.map((name) => order.indexOf(name));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    const needed: readonly QueueKind[] = [
      'unowned',
      'silence',
      'lapsed',
      'report',
      'check',
      'lapsing',
      'grant',
      'gap',
    ];
    expect(needed.filter((kind) => !names.includes(queueKinds[kind].name))).toEqual([]);
    await soundAtBothWidths(visitor, 'queue');
    await visitor.page.getByRole('link', { name: new RegExp(`^${queueKinds.gap.name}`) }).click();
    await visitor.page.waitForURL(/kind=gap/);
    await card(visitor, 'gap').waitFor();
    expect(await card(visitor, 'check').count()).toBe(0);
    await visitor.context.close();
    const other = await world.visitor();
    await signIn(other, 'link-worker', '/queue');
    await other.page.getByRole('heading', { name: session.noRoleTitle }).waitFor();
    await other.context.close();
  });

  it('is worked through: one of each kind, each with what came of it, and all of it in the history', async () => {
    const visitor = await coordinator({ viewport: PHONE });
    const { page } = visitor;
    await card(visitor, 'silence').locator('a[href^="tel:"]').waitFor();
    await settle(visitor, 'unowned', outcomes.team_on_it);
    await sound(visitor, 'queue-said');
    const silent = await settle(visitor, 'silence', outcomes.will_answer);
    await settle(visitor, 'lapsed', outcomes.will_renew);
    await settle(visitor, 'lapsing', outcomes.not_reached);
    await settle(visitor, 'gap', outcomes.passed_on);
    const report = card(visitor, 'report');
    await report.getByLabel(reportHows.group_told).check();
    await report.getByRole('button', { name: words.submit }).click();
    await page.getByText(/The report about .* is off the list/).waitFor();
    const check = card(visitor, 'check');
    const checked = await check.locator('.card__title').innerText();
    await check.getByLabel(groupChecks.hows.visited).check();
    await check.getByRole('button', { name: groupChecks.submit }).click();
    await page.getByText(groupChecks.done(checked)).waitFor();
    const fund = cards(visitor, 'grant')
      .filter({ has: page.getByRole('button', { name: words.isRight }) })
      .first();
    const title = await fund.locator('.card__title').innerText();
    await fund.getByRole('button').click();
    await page.getByText(words.checked(title)).waitFor();

    await page.getByRole('link', { name: queueTabs.done }).click();
    await page.getByText(queueDone.lead).waitFor();
    await soundAtBothWidths(visitor, 'queue-done');
    const history = await page.locator('main').innerText();
    for (const said of [checked, title, outcomes.will_answer, reportHows.group_told])
      expect(history).toContain(said);
    await button(page, `${queueDone.reopen} (${silent})`).first().click();
    await page.getByText(queueDone.reopened(silent)).waitFor();
    await page.getByRole('link', { name: queueTabs.open }).click();
    await card(visitor, 'silence').getByText(words.lastTitle).waitFor();
    await visitor.context.close();
  });

  it('tells the second of two coordinators who was first', async () => {
    const first = await coordinator({}, '/queue?kind=lapsing');
    const second = await world.visitor();
    await second.page.goto('/auth/sign-in?login_hint=mab.orton%40demo.example&to=/queue%3Fkind%3Dlapsing');
    await card(second, 'lapsing').waitFor();
    await card(first, 'lapsing').waitFor();
    await settle(first, 'lapsing', outcomes.will_renew);
    const late = card(second, 'lapsing');
    await late.getByText(words.open).click();
    await late.getByLabel(outcomes.stays_out).check();
    await late.getByRole('button', { name: words.submit }).click();
    await late.getByText(/did it on/).waitFor();
    await sound(second, 'queue-second');
    await first.context.close();
    await second.context.close();
  });

  it('is worked by keyboard, and ends in something to do', async () => {
    const visitor = await coordinator({}, '/queue?kind=gap');
    const { page } = visitor;
    await card(visitor, 'gap').waitFor();
    await pressLike(page, new RegExp(words.open));
    await choose(page, words.outcome, outcomes.group_starting);
    await press(page, words.submit);
    await page.getByText(/It is off your list/).waitFor();
    await page.goto('/queue?kind=idle');
    await page.getByText(words.emptyKind).waitFor();
    await press(page, words.emptyLinks.all);
    await page.waitForURL(/\/queue$/);
    await visitor.context.close();
  });
});
