import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { activities } from '#shared/text/en/activities.ts';
import { find } from '#shared/text/en/find.ts';
import { groupPage } from '#shared/text/en/group-page.ts';
import { groupPhone, groupSteps as steps } from '#shared/text/en/group-steps.ts';
import { outlineForm as outline, timesForm } from '#shared/text/en/listing-form.ts';
import { members } from '#shared/text/en/members.ts';
import { myGroup } from '#shared/text/en/my-group.ts';
import { needs } from '#shared/text/en/needs.ts';
import { refer } from '#shared/text/en/refer.ts';
import { register } from '#shared/text/en/register.ts';
import { roomChoices, roomState } from '#shared/text/en/room.ts';
import { policyPage as policy } from '#shared/text/en/safeguarding-policy.ts';
import {
  doings,
  helperChecks,
  keepings,
  known,
  procedures,
  safeguardingPage as words,
} from '#shared/text/en/safeguarding-questions.ts';
import { basics, questionTitles as titles } from '#shared/text/en/safeguarding-titles.ts';
import { weekdays } from '#shared/text/en/weekdays.ts';
import { LAPTOP, PHONE, picture, signIn, type Visitor } from '#test/support/browser.ts';
import { Caller } from '#test/support/caller.ts';
import { dayFromNow } from '#test/support/days.ts';
import { groupAnswers } from '#test/support/registering.ts';
import { type Hands, keyboardOn, mouseOn } from './hands.ts';
import { sound } from './steps.ts';
import { journey } from './visitors.ts';

const world = journey();
const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true }).waitFor();
type Lead = { visitor: Visitor; page: Page; hands: Hands };
type Answers = ReturnType<typeof groupAnswers>;

/** Three answers, the link in the mail, and in. */
async function registers({ page, hands }: Lead, answers: Answers): Promise<void> {
  // No more than three groups an hour from one network.
  await world.portal.clock.advance('PT1H');
  await page.goto('/');
  await hands.press(register.title);
  await heading(page, register.title);
  await hands.type(register.name, answers.name);
  await hands.type(register.happens, answers.happens);
  await hands.type(register.when, answers.when);
  await hands.type(register.postcode, answers.postcode);
  await hands.type(register.email, answers.email);
  await world.portal.clock.advance('PT4S');
  await hands.press(register.submit);
  await heading(page, register.sent.title);
  await world.portal.clock.settle();
  const mail = world.portal.mail.list().findLast(({ to }) => JSON.stringify(to).includes(answers.email));
  await page.goto(/\/confirm\/[A-Za-z0-9_-]{43}/.exec(mail?.text ?? '')?.[0] ?? '/404');
  await hands.type(register.confirm.name, 'Jo Lantern');
  await hands.press(register.confirm.submit);
  await heading(page, register.confirm.done.title);
  await page.goto(`/auth/sign-in?login_hint=${encodeURIComponent(answers.email)}&to=/my-group`);
  await heading(page, steps.waiting.title);
}

/** One coordinator looks and says how; another journey does this in the browser. */
async function isChecked({ name }: Answers): Promise<string> {
  const coordinator = await new Caller(world.portal.origin, 'coordinator').signIn('coordinator');
  const { rows } = (await coordinator.get('/api/moderation/queue?kind=check')).json as {
    rows: { id: string; groupName: string }[];
  };
  const id = rows.find(({ groupName }) => groupName === name)?.id ?? '';
  const path = `/api/moderation/groups/${id}/check`;
  const checked = await coordinator.post(path, { how: 'visited', note: 'I met Jo at the boat house' });
  expect(checked.status, checked.text).toBe(200);
  return id;
}

/** Every question of tier 1, one after the other. */
async function answersBasics({ page, hands }: Lead): Promise<void> {
  const save = async (next: string) => {
    await hands.press(words.save);
    await heading(page, next);
  };
  await hands.press(steps.titles.basics);
  await heading(page, words.title);
  await hands.press(titles.does);
  await heading(page, titles.does);
  await hands.tick(doings.always_two);
  await save(titles.lead);
  await hands.type(words.name, 'Jo Lantern');
  await hands.type(words.role, 'Organiser');
  await hands.type(words.contact, '07700 900155');
  await save(titles.procedure);
  for (const label of Object.values(procedures)) await hands.tick(label);
  await save(titles.numbers);
  for (const label of Object.values(known)) await hands.tick(label);
  await save(titles.policy);
  await hands.choose(words.kind, basics.kinds.portal);
  const [year = '', month = '', day = ''] = dayFromNow(0).split('-');
  await hands.type('Day', day);
  await hands.type('Month', month);
  await hands.type('Year', year);
  await save(titles.checks);
  await hands.tick(helperChecks.two_of_us);
  await save(titles.employs);
  await hands.choose(titles.employs, basics.no);
  await save(titles.keeping);
  for (const label of Object.values(keepings)) await hands.tick(label);
  await save(titles.limits);
  await hands.type(words.limits, 'We cannot help with medicines');
  await save(words.title);
  await hands.press(words.group);
  await page.getByText(steps.list).waitFor();
}

/** A number everybody may see, and something people can join. */
async function lists({ page, hands }: Lead, answers: Answers): Promise<void> {
  await hands.press(steps.titles.phone);
  await heading(page, groupPhone.title);
  await hands.type(groupPhone.number, '07700 900155');
  await hands.type(groupPhone.bestTimes, 'After 6pm');
  await hands.choose(groupPhone.shownTo, groupPhone.public);
  await hands.press(groupPhone.submit);
  await page.getByText(groupPhone.saved, { exact: true }).waitFor();
  await hands.press(steps.titles.activity);
  await heading(page, outline.add);
  await hands.type(outline.name, 'Lantern walk');
  await hands.select(outline.kind, activities.walking);
  await hands.tick(needs.moving);
  await hands.type(outline.description, answers.happens);
  await hands.type(outline.firstVisit, 'Ask for Jo at the door of the boat house.');
  await hands.select(timesForm.day, weekdays.TH);
  await hands.type(timesForm.opensAt, '6pm');
  await hands.type(timesForm.closesAt, '7.30pm');
  await hands.type(outline.placeName, 'The boat house');
  await hands.type(outline.address, '2 Water Street');
  await hands.type(outline.postcode, answers.postcode);
  await hands.type(outline.cost, '1.50');
  await hands.press(outline.submit);
  await page.getByText(outline.added('Lantern walk')).waitFor();
}

/** One press for room, one to read referrals oneself: and by that the group is referable. */
async function opensUp({ page, hands }: Lead): Promise<void> {
  await hands.press(roomChoices.open);
  await page.getByText(myGroup.room.said).waitFor();
  await hands.press(steps.titles.reader);
  await heading(page, members.title);
  await hands.press(members.readMyself);
  await page.getByText(members.news.reads).waitFor();
  await page.getByText(steps.receives, { exact: true }).waitFor();
}

/** Anybody finds it with its room and its number, and a link worker can introduce somebody to it. */
async function isFound(id: string, { name }: Answers): Promise<void> {
  await world.portal.clock.settle();
  const anyone = await world.visitor({ viewport: PHONE });
  await anyone.page.goto(`/find?near=M14&q=${encodeURIComponent(name)}`);
  const card = anyone.page.locator('[data-service]', { hasText: name });
  await card.getByText(roomState.open).waitFor();
  await card.getByText(find.isNew).waitFor();
  await picture(anyone.page, 'find-new-group');
  await anyone.page.goto(`/groups/${id}`);
  await anyone.page.getByText('07700 900155').waitFor();
  await anyone.page.getByText('We cannot help with medicines').first().waitFor();
  const way = await anyone.page.getByRole('link', { name: groupPage.refer }).first().getAttribute('href');
  await sound(anyone, 'group-found');
  await anyone.context.close();
  const worker = await world.visitor({ viewport: LAPTOP });
  await signIn(worker, 'link-worker', way ?? '/404');
  await worker.page.getByLabel(refer.stop.tick).waitFor();
  await worker.page.getByText('07700 900155').waitFor();
  await worker.page.getByText(refer.group.isNew).waitFor();
  await picture(worker.page, 'refer-new-group');
  await worker.context.close();
}

describe.each([
  { how: 'by mouse', on: mouseOn, viewport: PHONE },
  { how: 'by keyboard alone', on: keyboardOn, viewport: LAPTOP },
])('a group $how', ({ how, on, viewport }) => {
  it('goes from three answers to being found with room, and a link worker can introduce somebody', async () => {
    const visitor = await world.visitor({ viewport });
    const lead = { visitor, page: visitor.page, hands: on(visitor.page) };
    const answers = groupAnswers();
    const name = (page: string) => `${page}-${how.replaceAll(' ', '-')}`;
    await registers(lead, answers);
    await sound(visitor, name('my-group-waiting'));
    const id = await isChecked(answers);
    await visitor.page.reload();
    await visitor.page.getByText(steps.thingsLeft(3)).waitFor();
    await answersBasics(lead);
    await visitor.page.getByText(steps.thingsLeft(2)).waitFor();
    await lists(lead, answers);
    await sound(visitor, name('my-group-nearly'));
    await opensUp(lead);
    await sound(visitor, name('my-group-receives'));
    await visitor.context.close();
    await isFound(id, answers);
  }, 240_000);
});

describe('the pages of a lead', () => {
  it('have no findings, wide and narrow', async () => {
    for (const viewport of [PHONE, LAPTOP]) {
      const lead = await world.visitor({ viewport });
      for (const page of ['group-phone', 'add-activity', 'members', 'my-group']) {
        await signIn(lead, 'new-group', `/${page}`);
        await lead.page.getByRole('heading', { level: 1 }).waitFor();
        await sound(lead, `${page}-${viewport.width}`);
      }
      await lead.page.goto('/my-group');
      await lead.page.getByText(steps.questionsLeft(3)).waitFor();
      for (const link of [myGroup.outline, myGroup.edit]) {
        await lead.page.goto('/my-group');
        await lead.page.getByRole('link', { name: link }).first().click();
        await lead.page.waitForURL(/service=/);
        await lead.page.getByRole('button', { name: outline.submit, exact: true }).waitFor();
        await sound(lead, `${link === myGroup.edit ? 'listing' : 'outline'}-${viewport.width}`);
      }
      await printsAsItsOwn(lead);
      await lead.context.close();
    }
  });
});

/** The page that a committee signs: its words, and nothing of the portal around them. */
async function printsAsItsOwn({ page }: Visitor): Promise<void> {
  await page.goto('/safeguarding-policy');
  await page.getByText(policy.adopted).waitFor();
  await page.emulateMedia({ media: 'print' });
  await picture(page, 'safeguarding-policy-print');
  expect(await page.getByText(policy.adopted).isVisible()).toBe(true);
  for (const part of ['.site-header', '.site-footer', '.govuk-service-navigation'])
    expect(await page.locator(part).isVisible(), part).toBe(false);
}
