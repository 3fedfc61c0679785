import { describe, expect, it } from 'vitest';
import type { ReferralRow } from '#shared/api/referrals.ts';
import { QueueKind } from '#shared/model/task.ts';
import { lists } from '#shared/text/en/lists.ts';
import { mailChoice } from '#shared/text/en/mail-choice.ts';
import { queueKinds } from '#shared/text/en/queue-kinds.ts';
import { start } from '#shared/text/en/start.ts';
import { LAPTOP, PHONE, signIn } from '#test/support/browser.ts';
import { callers } from '#test/support/caller.ts';
import { mainText } from './laid-out.ts';
import { soundAtBothWidths } from './steps.ts';
import { journey } from './visitors.ts';

const world = journey({ caseload: true });
type Rows = { rows: ReferralRow[] };

describe('the work of the demonstration', () => {
  it('gives the link worker one of each to do and the reader two new ones, by the API', async () => {
    const people = await callers(world.portal.origin, ['link-worker', 'reader', 'lw-manager']);
    const waits = async (who: keyof typeof people, view: string) => {
      const { rows } = (await people[who].get(`/api/referrals?view=${view}`)).json as Rows;
      return rows.filter(({ waitsFor }) => waitsFor !== null);
    };
    const mine = await waits('link-worker', 'caseload');
    expect(mine.map(({ waitsFor }) => waitsFor)).toEqual(
      expect.arrayContaining(['find_owner', 'find_elsewhere', 'no_answer', 'first_visit']),
    );
    expect(mine).toHaveLength(4);
    expect(mine[0]?.waitsFor).toBe('find_owner');
    const team = await waits('lw-manager', 'team');
    expect(team.map(({ id }) => id)).toEqual(expect.arrayContaining(mine.map(({ id }) => id)));
    expect(team).toHaveLength(7);
    const fresh = (await waits('reader', 'inbox')).filter(({ state }) => state === 'sent');
    expect(fresh.map(({ openedAt }) => openedAt)).toEqual([null, null]);
    await world.portal.clock.settle();
    const mails = world.portal.mail.list().map(({ to }) => to.join());
    expect(mails.sort()).toEqual([
      'reader-2@demo.example',
      'reader-2@demo.example',
      'reader@demo.example',
      'reader@demo.example',
    ]);
  });

  it('stands on the caseload with what to do and by when, most pressing first', async () => {
    const visitor = await world.visitor({ viewport: LAPTOP });
    await signIn(visitor, 'link-worker', '/start');
    await visitor.page.getByRole('link', { name: mailChoice.title }).click();
    await visitor.page.getByLabel(mailChoice.often.daily).check();
    await soundAtBothWidths(visitor, 'mail-choice');
    await visitor.page.getByRole('button', { name: mailChoice.submit, exact: true }).click();
    await visitor.page.getByText(mailChoice.saved.daily).waitFor();
    await visitor.page.getByText(start.waits(4, false)).waitFor();
    await soundAtBothWidths(visitor, 'start-with-work');
    await visitor.page.getByRole('link', { name: start.tasks.caseload.title }).click();
    await visitor.page.getByRole('heading', { name: lists.needsYou(4) }).waitFor();
    await soundAtBothWidths(visitor, 'demonstration-caseload');
    const cards = await visitor.page.locator('.card').allInnerTexts();
    expect(cards[0]).toContain(lists.why.find_owner);
    for (const why of ['find_elsewhere', 'no_answer', 'first_visit'] as const)
      expect(
        cards.filter((card) => card.includes(lists.why[why])),
        why,
      ).toHaveLength(1);
    expect(cards.find((card) => card.includes(lists.why.no_answer))).toMatch(/Ends by itself in \d days?/);
    await visitor.context.close();
  });

  it('gives the coordinator one card of each kind at least, on the first day', async () => {
    const visitor = await world.visitor({ viewport: LAPTOP });
    await signIn(visitor, 'coordinator', '/queue');
    await visitor.page.getByRole('heading', { name: queueKinds.gap.name, exact: true }).waitFor();
    const names = await visitor.page.locator('main section > h2').allInnerTexts();
    expect(names).toEqual(QueueKind.options.map((kind) => queueKinds[kind].name));
    await soundAtBothWidths(visitor, 'demonstration-queue');
    await visitor.context.close();
  });

  it('stands in the inbox, two of them new, with what to do', async () => {
    const visitor = await world.visitor({ viewport: PHONE });
    await signIn(visitor, 'reader', '/inbox');
    await visitor.page.getByText(lists.new, { exact: true }).first().waitFor();
    expect(await visitor.page.getByText(lists.new, { exact: true }).count()).toBe(2);
    expect(await mainText(visitor.page)).toContain(lists.why.decide);
    await soundAtBothWidths(visitor, 'demonstration-inbox');
    await visitor.context.close();
  });
});
