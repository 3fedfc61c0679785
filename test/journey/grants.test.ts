import { describe, expect, it } from 'vitest';
import { grantQuestions } from '#shared/text/en/grant-questions.ts';
import { grants as words } from '#shared/text/en/grants.ts';
import { grantsAdmin } from '#shared/text/en/grants-admin.ts';
import { LAPTOP, PHONE, type Visitor } from '#test/support/browser.ts';
import { sound } from './steps.ts';
import { journey } from './visitors.ts';

const world = journey();

const answer = ({ page }: Visitor, question: keyof typeof grantQuestions, choice: string) =>
  page.getByRole('group', { name: grantQuestions[question].ask }).getByLabel(choice, { exact: true }).check();

const verdicts = async ({ page }: Visitor) =>
  page.locator('[data-grant]').evaluateAll((cards) => cards.map((card) => card.getAttribute('data-verdict')));

describe('small grants for anyone', () => {
  it('answers questions in the page without script, keeps the answers in the address alone, and leads on', async () => {
    const visitor = await world.visitor({ viewport: PHONE, javaScriptEnabled: false });
    const { page } = visitor;
    await page.goto('/grants');
    const before = await verdicts(visitor);
    expect(before.length).toBeGreaterThanOrEqual(25);
    expect(before).not.toContain('doesnt_fit');
    await answer(visitor, 'form', 'Company limited by shares');
    await answer(visitor, 'committee', 'Only two');
    await page.getByRole('button', { name: words.go }).click();
    await page.waitForURL(/form=company_limited_by_shares/);
    const after = await verdicts(visitor);
    expect(after).toContain('doesnt_fit');
    expect(after).toContain('nearly');
    expect(await page.getByRole('heading', { name: words.next }).count()).toBe(1);
    expect(await page.locator('.call-button').count()).toBeGreaterThan(0);
    await page.locator('[data-verdict="nearly"]').getByRole('link').first().click();
    await page.waitForURL(/\/grants\/[0-9a-f-]{36}\?/);
    const text = await page.locator('main').innerText();
    expect(text).toContain(words.source);
    expect(text).toContain('Only two');
    expect(await page.locator('.call-button').count()).toBeGreaterThan(0);
    await visitor.context.close();
  });

  it.each([
    ['phone', PHONE],
    ['laptop', LAPTOP],
  ])('has sound pages on a %s, the page for an old link included', async (name, viewport) => {
    const visitor = await world.visitor({ viewport });
    await visitor.page.goto('/grants?form=charity&income=to_1000&account=no_account');
    await sound(visitor, `grants-${name}`);
    await visitor.page.locator('[data-grant]').getByRole('link').first().click();
    await visitor.page.waitForURL(/\/grants\//);
    await sound(visitor, `grant-${name}`);
    await visitor.page.goto('/grants/7b6f0f6e-9a0c-4a57-8c2e-1f1f9d5b0a01');
    await visitor.page.getByRole('heading', { name: words.notFound }).waitFor();
    await sound(visitor, `grant-not-found-${name}`);
    await visitor.context.close();
  });
});

describe('small grants for a group', () => {
  it('has a fund under each verdict, one too late and one not checked lately, and gets better by answering', async () => {
    const visitor = await world.visitor({ viewport: PHONE });
    const { page } = visitor;
    await page.goto('/auth/sign-in?login_hint=group-lead@demo.example&to=/my-grants');
    await page.getByRole('heading', { name: /Marigold Corner/ }).waitFor();
    const before = await verdicts(visitor);
    expect(new Set(before)).toEqual(new Set(['fits', 'nearly', 'check', 'doesnt_fit']));
    expect(await page.locator('[data-time="too_late"]').count()).toBeGreaterThan(0);
    expect(await page.getByText(words.unverified, { exact: true }).count()).toBeGreaterThan(0);
    await sound(visitor, 'my-grants');
    const account = page.locator('[data-verdict="nearly"]', { hasText: 'Two Signatures' });
    expect(await account.count()).toBe(1);
    await page.getByText(words.questions, { exact: true }).click();
    await answer(visitor, 'account', 'Yes, and two people sign');
    await page.getByLabel(words.mine.leave).check();
    await sound(visitor, 'my-grants-questions');
    await page.getByRole('button', { name: words.mine.submit }).click();
    await page.getByText(words.mine.saved).waitFor();
    expect(await account.count()).toBe(0);
    const fits = (all: (string | null)[]) => all.filter((one) => one === 'fits').length;
    expect(fits(await verdicts(visitor))).toBeGreaterThan(fits(before));
    const safe = page.locator('[data-grant]', { hasText: 'Safe Hands Grants' });
    expect(await safe.getAttribute('data-verdict')).toBe('fits');
    await page.reload();
    await page.getByRole('heading', { name: /Marigold Corner/ }).waitFor();
    expect(await account.count()).toBe(0);
    await visitor.context.close();
  });
});

describe('a coordinator', () => {
  it('adds a fund, which anyone then finds; changes it; checks another against its source', async () => {
    const visitor = await world.visitor({ viewport: LAPTOP });
    const { page } = visitor;
    await page.goto('/auth/sign-in?login_hint=coordinator@demo.example&to=/grants-admin');
    await page.getByRole('heading', { name: grantsAdmin.title }).waitFor();
    await sound(visitor, 'grants-admin');
    const stale = page.locator('.card', { hasText: 'Digital Doorway' });
    expect(await stale.getByText(grantsAdmin.lookAgain).count()).toBe(1);
    await stale.getByRole('button', { name: grantsAdmin.check }).click();
    await page.getByText(grantsAdmin.checked('Digital Doorway')).waitFor();
    expect(await stale.getByText(grantsAdmin.lookAgain).count()).toBe(0);

    await page.getByRole('button', { name: grantsAdmin.add }).click();
    await page.getByRole('button', { name: grantsAdmin.submit }).click();
    await page.locator('.govuk-error-summary').waitFor();
    await sound(visitor, 'grants-admin-problems');
    const { fields } = grantsAdmin;
    await page.getByLabel(fields.title).fill('Umbrella Stand Fund');
    await page.getByLabel(fields.funderName).fill('The Porch Trust');
    await page.getByLabel(fields.sourceUrl).fill('https://porch-trust.example/umbrellas');
    await page.getByLabel(fields.summary).fill('Keeps people dry on the way to a group.');
    await page.getByLabel(fields.max).fill('400');
    await page
      .getByRole('group', { name: fields.fundingTypes })
      .getByLabel('Equipment', { exact: true })
      .check();
    await page.getByLabel(fields.committee).check();
    await sound(visitor, 'grants-admin-form');
    await page.getByRole('button', { name: grantsAdmin.submit }).click();
    await page.getByText(grantsAdmin.saved('Umbrella Stand Fund')).waitFor();
    await world.portal.clock.settle();

    const anyone = await world.visitor({ viewport: PHONE });
    await anyone.page.goto(
      '/grants?committee=three_or_more&council=E08000003&purpose=equipment&amount=to_500',
    );
    const card = anyone.page.locator('[data-grant]', { hasText: 'Umbrella Stand Fund' });
    expect(await card.getAttribute('data-verdict')).toBe('fits');
    expect(await anyone.page.locator('main').innerText()).toContain('Digital Doorway');

    // As the coordinator's queue leads to it; the way back goes on from the top of the list.
    await page.goto(`/grants-admin?fund=${await card.getAttribute('data-grant')}`);
    await page.locator('h1:focus', { hasText: 'Umbrella Stand Fund' }).waitFor();
    await page.getByRole('button', { name: grantsAdmin.back }).click();
    await page.locator('h1:focus', { hasText: grantsAdmin.title }).waitFor();
    const mine = page.locator('.card', { hasText: 'Umbrella Stand Fund' });
    await mine.getByRole('button', { name: grantsAdmin.edit }).click();
    await page.getByLabel(fields.statuses.withdrawn).check();
    await page.getByRole('button', { name: grantsAdmin.submit }).click();
    await page.getByText(grantsAdmin.saved('Umbrella Stand Fund')).waitFor();
    await world.portal.clock.settle();
    await anyone.page.goto('/grants?committee=three_or_more&council=E08000003&purpose=core');
    await anyone.page.getByRole('heading', { name: words.title, exact: true }).waitFor();
    expect(await card.count()).toBe(0);
    await anyone.context.close();
    await visitor.context.close();
  });
});
