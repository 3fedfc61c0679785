import { describe, expect, it } from 'vitest';
import type { ReferralId } from '#shared/model/ids.ts';
import { links } from '#shared/text/en/links.ts';
import { outcomes } from '#shared/text/en/reasons.ts';
import { PHONE, type Visitor } from '#test/support/browser.ts';
import { dayFromNow } from '#test/support/days.ts';
import { sendReferral } from '#test/support/demonstration.ts';
import { linkIn } from '#test/support/portal-link.ts';
import { bothSides, goToReferral, mainText } from './laid-out.ts';
import { button, soundAtBothWidths } from './steps.ts';

const { world, laid, referenceOf, signInAgain } = bothSides();
const words = links.outcome;

/** The newest link that was mailed to somebody about a referral. */
function mailedLink(to: string, reference: string): string {
  const mail = world.portal.mail
    .list()
    .findLast(
      (one) => one.to.includes(to) && one.subject.includes(reference) && one.text.includes('/outcome/'),
    );
  const path = /\/outcome\/[\w-]{43}/.exec(mail?.text ?? '')?.[0];
  if (path === undefined) throw new Error(`No link was mailed to ${to}`);
  return path;
}

const withoutScript = (): Promise<Visitor> => world.visitor({ viewport: PHONE, javaScriptEnabled: false });

async function stateOf(id: ReferralId): Promise<string> {
  const answer = await laid().people['link-worker'].get(`/api/referrals/${id}`);
  return (answer.json as { state: string }).state;
}

describe('the link in a mail, without script and without signing in', () => {
  it('records the first visit, later what came of it, and each works once', async () => {
    const { reader } = laid();
    const id = await acceptedNow();
    const reference = await referenceOf(id);
    await world.portal.clock.advance('P16D');
    await signInAgain();
    const path = mailedLink('reader@demo.example', reference);
    const phone = await withoutScript();
    for (let look = 0; look < 3; look += 1) await phone.page.goto(path);
    expect(await stateOf(id)).toBe('accepted');
    await soundWithoutScript(phone, 'outcome-link-visit');
    await button(phone.page, words.record).click();
    await phone.page.getByRole('heading', { name: words.problem }).waitFor();
    expect(await stateOf(id)).toBe('accepted');
    await soundWithoutScript(phone, 'outcome-link-problem');
    await button(phone.page, words.yesterday).click();
    await phone.page.getByText(words.thanksStarted).waitFor();
    expect(await stateOf(id)).toBe('started');
    await phone.page.goto(path);
    await phone.page.getByRole('heading', { name: links.used.title }).waitFor();
    await soundWithoutScript(phone, 'outcome-link-used');

    await phone.page.goto(await linkFor(id, 'link-worker'));
    await soundWithoutScript(phone, 'outcome-link');
    await button(phone.page, outcomes.came_regularly).click();
    await phone.page.getByText(words.thanks).waitFor();
    expect(await stateOf(id)).toBe('completed');
    await goToReferral(reader.page, id);
    expect(await mainText(reader.page)).toContain(outcomes.came_regularly);
    await phone.page.goto(await linkFor(id, 'reader'));
    await phone.page.getByText(words.closed).waitFor();
    await soundWithoutScript(phone, 'outcome-link-closed');
    await phone.context.close();
  }, 240_000);

  it('says that somebody does not come; one that ran out changes nothing and says what to do instead', async () => {
    const [id, other] = [await acceptedNow(), await acceptedNow()];
    // The reader is mailed a newer one meanwhile; the link worker is not.
    const late = await linkFor(other, 'link-worker');
    const phone = await withoutScript();
    await phone.page.goto(await linkFor(id, 'reader'));
    await phone.page.getByText(words.notCame).click();
    await soundWithoutScript(phone, 'outcome-link-not-came');
    await phone.page.locator('button[name="reason"][value="changed_mind"]').click();
    await phone.page.getByText(words.thanks).waitFor();
    expect(await stateOf(id)).toBe('not_started');
    await world.portal.clock.advance('P29D');
    await signInAgain();
    await phone.page.goto(late);
    await phone.page.getByRole('heading', { name: links.expired.title }).waitFor();
    await soundWithoutScript(phone, 'outcome-link-expired');
    expect(await stateOf(other)).toBe('accepted');
    await phone.context.close();
  }, 240_000);
});

/** A referral that the group has just said yes to, by the portal's own clock. */
async function acceptedNow(): Promise<ReferralId> {
  const { people, group } = laid();
  const { id } = await sendReferral(people['link-worker'], group.serviceId);
  const contactBy = dayFromNow(7, new Date(world.portal.clock.now()));
  const yes = await people.reader.post(`/api/referrals/${id}/accept`, { contactBy });
  expect(yes.status, yes.text).toBe(200);
  return id;
}

/** A link as the mailer would write it to one side. */
async function linkFor(id: ReferralId, who: 'reader' | 'link-worker'): Promise<string> {
  const { userId } = (await laid().people[who].get('/api/session')).json as { userId: string };
  return `/outcome/${await linkIn(world.portal, { purpose: 'outcome', subject: id, holder: userId })}`;
}

/** Axe needs script in the page, so that the same page is looked at again by a browser that has it. */
async function soundWithoutScript(phone: Visitor, name: string): Promise<void> {
  const html = await phone.page.content();
  const visitor = await world.visitor({ viewport: PHONE });
  await visitor.page.route(phone.page.url(), (route) =>
    route.fulfill({ body: html, contentType: 'text/html' }),
  );
  await visitor.page.goto(phone.page.url());
  await soundAtBothWidths(visitor, name);
  await visitor.context.close();
}
