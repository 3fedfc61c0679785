import { describe, expect, it } from 'vitest';
import { groupChecks as checks } from '#shared/text/en/group-checks.ts';
import { links } from '#shared/text/en/links.ts';
import { register as words } from '#shared/text/en/register.ts';
import { LAPTOP, PHONE, signIn, type Visitor } from '#test/support/browser.ts';
import { Caller } from '#test/support/caller.ts';
import { groupAnswers } from '#test/support/registering.ts';
import { sound } from './steps.ts';
import { journey } from './visitors.ts';

const world = journey();
const press = ({ page }: Visitor, name: string) => page.getByRole('button', { name, exact: true }).click();

/** Answers the page as a person does: it takes a while. */
async function answer({ page }: Visitor, answers: ReturnType<typeof groupAnswers>): Promise<void> {
  await page.getByLabel(words.name).fill(answers.name);
  await page.getByLabel(words.happens).fill(answers.happens);
  await page.getByLabel(words.when).fill(answers.when);
  await page.getByLabel(words.postcode).fill(answers.postcode);
  await page.getByLabel(words.email).fill(answers.email);
}

/** The newest link to confirm that went to an address. */
async function linkFor(email: string): Promise<string> {
  await world.portal.clock.settle();
  const mail = world.portal.mail.list().findLast(({ to }) => JSON.stringify(to).includes(email));
  const path = /\/confirm\/[A-Za-z0-9_-]{43}/.exec(mail?.text ?? '')?.[0];
  if (path === undefined) throw new Error(`No link went to ${email}`);
  return path;
}

describe('a group asks to be listed', () => {
  it('registers in three answers without script, confirms by the link in the mail, is checked and signs in', async () => {
    const lead = await world.visitor({ viewport: PHONE, javaScriptEnabled: false });
    const answers = groupAnswers();
    await lead.page.goto('/register');
    await answer(lead, { ...answers, postcode: 'ZZ1' });
    await press(lead, words.submit);
    await lead.page.getByRole('heading', { name: words.problem }).waitFor();
    expect(await lead.page.getByLabel(words.happens).inputValue()).toBe(answers.happens);
    await lead.page.getByLabel(words.postcode).fill(answers.postcode);
    await world.portal.clock.advance('PT4S');
    await press(lead, words.submit);
    await lead.page.getByRole('heading', { name: words.sent.title }).waitFor();

    const link = await linkFor(answers.email);
    const scanner = new Caller(world.portal.origin);
    for (let visit = 0; visit < 5; visit += 1) expect((await scanner.get(link)).status).toBe(200);
    await lead.page.goto(link);
    await press(lead, words.confirm.submit);
    await lead.page.getByLabel(words.confirm.name).fill('Jo Lantern');
    await press(lead, words.confirm.submit);
    await lead.page.getByRole('heading', { name: words.confirm.done.title }).waitFor();
    expect((await scanner.get(link)).text).toContain(links.used.title);
    await world.portal.clock.settle();
    expect(world.portal.mail.list().at(-1)?.text).toContain(answers.name);

    const coordinator = await world.visitor();
    await signIn(coordinator, 'coordinator', '/queue');
    const card = coordinator.page.locator('.card', { hasText: answers.name });
    await card.getByLabel(checks.hows.visited).check();
    await card.getByLabel(checks.note).fill('I met Jo at the boat house.');
    await sound(coordinator, 'queue-group');
    await card.getByRole('button', { name: checks.submit }).click();
    await coordinator.page.getByText(checks.done(answers.name)).waitFor();
    await coordinator.context.close();
    await world.portal.clock.settle();
    expect(world.portal.mail.list().at(-1)?.text).toContain(answers.name);

    await lead.page.goto(`/auth/sign-in?login_hint=${encodeURIComponent(answers.email)}`);
    const cookies = await lead.context.cookies();
    expect(cookies.map(({ name }) => name)).toContain('__Host-session');
    await lead.context.close();
  });

  it('has pages without findings, wide and narrow', async () => {
    for (const viewport of [PHONE, LAPTOP]) {
      const lead = await world.visitor({ viewport });
      const answers = groupAnswers();
      await lead.page.goto('/register');
      await sound(lead, `register-${viewport.width}`);
      await answer(lead, answers);
      await world.portal.clock.advance('PT4S');
      await press(lead, words.submit);
      await lead.page.getByRole('heading', { name: words.sent.title }).waitFor();
      await sound(lead, `register-sent-${viewport.width}`);
      await lead.page.goto(await linkFor(answers.email));
      await sound(lead, `confirm-${viewport.width}`);
      await lead.page.getByLabel(words.confirm.name).fill('Jo Lantern');
      await press(lead, words.confirm.submit);
      await lead.page.getByRole('heading', { name: words.confirm.done.title }).waitFor();
      await sound(lead, `confirm-done-${viewport.width}`);
      await lead.context.close();
    }
  });
});
