import { describe, expect, it } from 'vitest';
import { DAY_LENGTH } from '#shared/model/civil-time.ts';
import { dateAndTime } from '#shared/text/en/date-and-time.ts';
import { groupPage } from '#shared/text/en/group-page.ts';
import { groupPause } from '#shared/text/en/group-pause.ts';
import { moves } from '#shared/text/en/moves.ts';
import { refer } from '#shared/text/en/refer.ts';
import { referralActions } from '#shared/text/en/referral.ts';
import { referralPage } from '#shared/text/en/referral-page.ts';
import { renewPage as words } from '#shared/text/en/renew.ts';
import { safeguardingPage } from '#shared/text/en/safeguarding-questions.ts';
import { LAPTOP, PHONE, signIn } from '#test/support/browser.ts';
import { Caller, callers } from '#test/support/caller.ts';
import { dayFromNow } from '#test/support/days.ts';
import { groupOf, sendReferral } from '#test/support/demonstration.ts';
import { newReaderIn, readerIn } from '#test/support/group-members.ts';
import { button, sound, soundAtBothWidths } from './steps.ts';
import { journey } from './visitors.ts';

const world = journey();

describe('a group whose safeguarding basics', () => {
  it('are taken back takes nobody, and takes referrals again once they are renewed on one page', async () => {
    const caller = await new Caller(world.portal.origin, 'group-lead').signIn('group-lead');
    const { groupId, serviceId } = await groupOf(caller);
    const lead = await world.visitor({ viewport: PHONE });
    await signIn(lead, 'group-lead', `/safeguarding?group=${groupId}`);
    await lead.page.getByRole('link', { name: safeguardingPage.renew }).click();
    await lead.page.getByRole('heading', { name: words.title }).waitFor();
    await soundAtBothWidths(lead, 'renew');
    await lead.page.getByText(words.takeBack.title).click();
    await sound(lead, 'renew-take-back');
    await button(lead.page, words.takeBack.submit).click();
    await lead.page.getByText(words.takeBack.done).waitFor();
    await sound(lead, 'renew-taken-back');

    const sender = await world.visitor({ viewport: LAPTOP });
    await signIn(sender, 'link-worker', `/refer?service=${serviceId}`);
    await sender.page.getByText('The group took its confirmation back').waitFor();
    await sender.page.getByText(refer.group.notReferable).waitFor();
    expect(await button(sender.page, refer.go).count()).toBe(0);

    await button(lead.page, words.submit).click();
    await lead.page.getByText('Read the answers and tick that they still hold').first().waitFor();
    await lead.page.getByLabel(words.stillTrue).check();
    const [year = '', month = '', day = ''] = dayFromNow(-30).split('-');
    await lead.page.getByLabel('Day', { exact: true }).fill(day);
    await lead.page.getByLabel('Month', { exact: true }).fill(month);
    await lead.page.getByLabel('Year', { exact: true }).fill(year);
    await button(lead.page, words.submit).click();
    await lead.page.getByText(/^Renewed\. It counts until/).waitFor();
    await sound(lead, 'renewed');
    await sender.page.reload();
    await button(sender.page, refer.go).waitFor();
  });

  it('worry a coordinator are paused from the group’s own page, and go on when the pause ends', async () => {
    const caller = await new Caller(world.portal.origin, 'group-lead').signIn('group-lead');
    const { groupId, serviceId } = await groupOf(caller);
    const coordinator = await world.visitor({ viewport: LAPTOP });
    // A public page knows whose browser it is once a working page was seen there.
    await signIn(coordinator, 'coordinator', '/queue');
    await coordinator.page.getByRole('heading', { level: 1 }).waitFor();
    await coordinator.page.goto(`/groups/${groupId}`);
    await coordinator.page.getByRole('link', { name: groupPage.coordinators }).click();
    await coordinator.page.getByRole('heading', { name: groupPause.pause.title }).waitFor();
    await soundAtBothWidths(coordinator, 'group-pause');
    await button(coordinator.page, groupPause.pause.submit).click();
    await coordinator.page.getByText('Choose why referrals stop').first().waitFor();
    await coordinator.page.getByLabel(groupPause.reasons.cannot_be_reached).check();
    await button(coordinator.page, groupPause.pause.submit).click();
    await coordinator.page.getByRole('heading', { name: groupPause.resume.title }).waitFor();
    await sound(coordinator, 'group-paused');
    const form = await new Caller(world.portal.origin, 'link-worker').signIn('link-worker');
    const referable = async () =>
      ((await form.get(`/api/services/${serviceId}/referral-form`)).json as { referable: boolean }).referable;
    expect(await referable()).toBe(false);
    await button(coordinator.page, groupPause.resume.submit).click();
    await coordinator.page.getByRole('heading', { name: groupPause.pause.title }).waitFor();
    expect(await referable()).toBe(true);
  });
});

describe('what is new about a group', () => {
  it('holds three people and a reader’s look at them, until the coordinator who knows them says so', async () => {
    const { groupId } = await groupOf(await new Caller(world.portal.origin, 'new-group').signIn('new-group'));
    const from = new Date(Date.parse(world.portal.clock.now()) + 2 * DAY_LENGTH).toISOString();
    await readerIn(world.portal, groupId, from);
    const coordinator = await world.visitor({ viewport: LAPTOP });
    await signIn(coordinator, 'coordinator', `/group-pause?group=${groupId}`);
    const { page } = coordinator;
    await page.getByText(groupPause.vouch.from('Pat Lowe', dateAndTime(from))).waitFor();
    await soundAtBothWidths(coordinator, 'group-new');
    await button(page, groupPause.vouch.submit('Pat Lowe')).click();
    await page.getByText(groupPause.vouch.done('Pat Lowe')).waitFor();
    expect(await page.getByRole('heading', { name: groupPause.vouch.title }).count()).toBe(0);
    await button(page, groupPause.known.submit).click();
    await page.getByRole('alert').getByText('Choose why').waitFor();
    await page.getByLabel(groupPause.known.whys.visited_since).check();
    await button(page, groupPause.known.submit).click();
    await page.getByText(groupPause.known.done('Button and Thread')).waitFor();
    expect(await page.getByRole('heading', { name: groupPause.known.title }).count()).toBe(0);
    await sound(coordinator, 'group-known');
  });

  it('is said to a new reader on the page of a referral, with whom to ring, while they may answer', async () => {
    const people = await callers(world.portal.origin, ['link-worker', 'reader']);
    const { groupId, serviceId } = await groupOf(people.reader);
    const from = new Date(Date.parse(world.portal.clock.now()) + 3 * DAY_LENGTH).toISOString();
    const name = await newReaderIn(world.portal, groupId, from);
    const { id } = await sendReferral(people['link-worker'], serviceId);
    const reader = await world.visitor({ viewport: PHONE });
    await signIn(reader, name, `/referrals/${id}`);
    await reader.page.getByText(referralPage.held.text(dateAndTime(from))).waitFor();
    await soundAtBothWidths(reader, 'reader-held');
    await button(reader.page, referralActions.accept).click();
    await button(reader.page, moves.accept.submit).click();
    await reader.page.getByText(referralPage.done.accept).waitFor();
    await reader.page.getByText(referralPage.held.text(dateAndTime(from))).waitFor();
    expect(await button(reader.page, referralPage.reveal.readerButton).count()).toBe(0);
    await sound(reader, 'reader-held-accepted');
  });
});
