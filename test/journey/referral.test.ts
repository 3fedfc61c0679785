import { describe, expect, it } from 'vitest';
import { declineReasons } from '#shared/text/en/reasons.ts';
import { referralPage } from '#shared/text/en/referral-page.ts';
import { LAPTOP, PHONE, signIn, type Visitor } from '#test/support/browser.ts';
import { canaries } from '#test/support/referral-request.ts';
import {
  acceptReferral,
  answerReferral,
  checkAndSend,
  chooseFirstGroup,
  declineReferral,
  openFromList,
  recordOutcome,
  recordStart,
  searchNear,
  showContactDetails,
  sound,
} from './steps.ts';
import { journey } from './visitors.ts';

const world = journey();
const visitor = (viewport = LAPTOP) => world.visitor({ viewport });

/** A link worker sends a referral from a search, as on any morning. */
async function sendFromSearch(
  sender: Visitor,
  who = canaries(),
): Promise<{ reference: string; group: string }> {
  await signIn(sender, 'link-worker');
  await searchNear(sender.page, 'm14 5rl');
  const group = await chooseFirstGroup(sender.page);
  await answerReferral(sender.page, who);
  return { reference: await checkAndSend(sender.page, (name) => sound(sender, name)), group };
}

describe('a referral, from search to outcome', () => {
  it('goes from a link worker’s search to the outcome both sides can read', async () => {
    const [sender, reader] = [await visitor(), await visitor(PHONE)];
    const who = canaries();
    await signIn(sender, 'link-worker');
    await sound(sender, 'start-link-worker');
    await searchNear(sender.page, 'm14 5rl');
    await sender.page.waitForURL(/cell=/);
    await sound(sender, 'find-results');
    expect(sender.page.url()).not.toContain('5RL');
    await chooseFirstGroup(sender.page);
    await sender.page.getByRole('heading', { level: 1 }).waitFor();
    await answerReferral(sender.page, who);
    await sound(sender, 'refer-form');
    const reference = await checkAndSend(sender.page, (name) => sound(sender, name));
    await sound(sender, 'refer-sent');

    await world.portal.clock.settle();
    const mail = world.portal.mail.list().at(-1);
    expect(mail?.text).toContain(reference);
    expect(JSON.stringify(world.portal.mail.list())).not.toContain(who.name);

    await signIn(reader, 'reader', '/inbox');
    await sound(reader, 'inbox');
    await openFromList(reader.page, '/inbox', reference);
    await sound(reader, 'referral-before');
    expect(await reader.page.locator('main').innerText()).not.toContain(who.name);
    await acceptReferral(reader.page);
    await reader.page.getByText(referralPage.done.accept).waitFor();
    await sound(reader, 'referral-accepted');
    await showContactDetails(reader.page);
    await sound(reader, 'referral-revealed');
    expect(await reader.page.locator('main').innerText()).toContain(who.name);
    await recordStart(reader.page);
    await reader.page.getByText(referralPage.done.start).waitFor();
    await recordOutcome(reader.page);
    await reader.page.getByText(referralPage.done.complete).waitFor();
    await sound(reader, 'referral-completed');

    await openFromList(sender.page, '/caseload', reference, 'ended');
    await sound(sender, 'caseload-referral');
    await Promise.all([sender.context.close(), reader.context.close()]);
  });

  it('comes back to the link worker with a reason when the group says no', async () => {
    const [sender, reader] = [await visitor(PHONE), await visitor()];
    const { reference } = await sendFromSearch(sender);
    await signIn(reader, 'reader', '/inbox');
    await openFromList(reader.page, '/inbox', reference);
    await declineReferral(reader.page, 'cannot_meet_access_need');
    await reader.page.getByText(referralPage.done.decline).waitFor();
    await sound(reader, 'referral-declined');
    await openFromList(sender.page, '/caseload', reference);
    await sound(sender, 'caseload-declined');
    expect(await sender.page.locator('main').innerText()).toContain(declineReasons.cannot_meet_access_need);
    await Promise.all([sender.context.close(), reader.context.close()]);
  });

  it('lets one of two readers win and tells the other who was quicker', async () => {
    const [sender, first, second] = [await visitor(), await visitor(), await visitor(PHONE)];
    const { reference } = await sendFromSearch(sender);
    await signIn(first, 'reader', '/inbox');
    await signIn(second, 'reader-2', '/inbox');
    for (const { page } of [first, second]) await openFromList(page, '/inbox', reference);
    const barrier = holdAccepts([first, second]);
    await Promise.all([first, second].map(({ page }) => acceptReferral(page)));
    await barrier.release();
    const won = [first, second].map(({ page }) =>
      page
        .getByText(referralPage.done.accept)
        .waitFor()
        .then(() => 'won'),
    );
    const lost = [first, second].map(({ page }) =>
      page
        .getByRole('heading', { name: referralPage.race.title })
        .waitFor()
        .then(() => 'lost'),
    );
    const outcomes = await Promise.all([0, 1].map((index) => Promise.race([won[index], lost[index]])));
    expect(outcomes.toSorted()).toEqual(['lost', 'won']);
    const loser = outcomes[0] === 'lost' ? first : second;
    await sound(loser, 'referral-lost-race');
    expect(await loser.page.locator('main').innerText()).toMatch(/Idris Vale|Nell Arkwright/);
    await Promise.all([sender, first, second].map(({ context }) => context.close()));
  });
});

/** Holds every accept in the browser until both have been asked, then lets both go at once. */
function holdAccepts(visitors: readonly Visitor[]): { release: () => Promise<void> } {
  const waiting: (() => void)[] = [];
  const arrived = Promise.withResolvers<void>();
  const routed = Promise.all(
    visitors.map(({ page }) =>
      page.route('**/api/referrals/*/accept', async (route) => {
        await new Promise<void>((go) => {
          waiting.push(go);
          if (waiting.length === visitors.length) arrived.resolve();
        });
        await route.continue();
      }),
    ),
  );
  return {
    release: async () => {
      await routed;
      await arrived.promise;
      for (const go of waiting) go();
    },
  };
}
