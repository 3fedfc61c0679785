import { describe, expect, it } from 'vitest';
import { groupPage } from '#shared/text/en/group-page.ts';
import { groupPause } from '#shared/text/en/group-pause.ts';
import { refer } from '#shared/text/en/refer.ts';
import { renewPage as words } from '#shared/text/en/renew.ts';
import { safeguardingPage } from '#shared/text/en/safeguarding-questions.ts';
import { LAPTOP, PHONE, signIn } from '#test/support/browser.ts';
import { Caller } from '#test/support/caller.ts';
import { dayFromNow } from '#test/support/days.ts';
import { groupOf } from '#test/support/demonstration.ts';
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
    await signIn(coordinator, 'coordinator', `/groups/${groupId}`);
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
