import { describe, expect, it } from 'vitest';
import type { ReferralRow } from '#shared/api/referrals.ts';
import { lists } from '#shared/text/en/lists.ts';
import { start } from '#shared/text/en/start.ts';
import { LAPTOP, PHONE, signIn } from '#test/support/browser.ts';
import { callers } from '#test/support/caller.ts';
import { mainText } from './laid-out.ts';
import { soundAtBothWidths } from './steps.ts';
import { journey } from './visitors.ts';

const world = journey({ caseload: true });
type Rows = { rows: ReferralRow[] };

describe('the referrals of the demonstration', () => {
  it('give the link worker one of each to do and the reader two new ones, by the API', async () => {
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
    expect((await waits('lw-manager', 'team')).map(({ id }) => id)).toEqual(mine.map(({ id }) => id));
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

  it('stand on the caseload with what to do and by when, most pressing first', async () => {
    const visitor = await world.visitor({ viewport: LAPTOP });
    await signIn(visitor, 'link-worker', '/start');
    await visitor.page.getByText(start.waits(4, false)).waitFor();
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

  it('stand in the inbox, two of them new, with what to do', async () => {
    const visitor = await world.visitor({ viewport: PHONE });
    await signIn(visitor, 'reader', '/inbox');
    await visitor.page.getByText(lists.new, { exact: true }).first().waitFor();
    expect(await visitor.page.getByText(lists.new, { exact: true }).count()).toBe(2);
    expect(await mainText(visitor.page)).toContain(lists.why.decide);
    await soundAtBothWidths(visitor, 'demonstration-inbox');
    await visitor.context.close();
  });
});
