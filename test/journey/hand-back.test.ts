import { describe, expect, it } from 'vitest';
import { moves } from '#shared/text/en/moves.ts';
import { awareWords, calledWords, handBackKinds, toldHow } from '#shared/text/en/reasons.ts';
import { referralActions, referralStates } from '#shared/text/en/referral.ts';
import { referralPage } from '#shared/text/en/referral-page.ts';
import { stopPanel } from '#shared/text/en/stop-panel.ts';
import { bothSides, goToReferral, mailsAfter, mainText } from './laid-out.ts';
import { button, choice, chooseMove, openFromList, soundAtBothWidths } from './steps.ts';

const { world, laid, at, referenceOf } = bothSides();
const words = moves.hand_back;

describe('handing somebody back', () => {
  it('asks about danger first, shows whom to ring, and closes only when somebody else has taken over', async () => {
    const { sender, reader, people } = laid();
    const id = await at('accepted');
    const reference = await referenceOf(id);
    await goToReferral(reader.page, id);
    await chooseMove(reader.page, 'hand_back');
    await soundAtBothWidths(reader, 'hand-back');
    expect(await reader.page.getByText(words.kind).count()).toBe(0);
    await choice(reader.page, words.danger, words.dangerYes).check();
    const alert = reader.page.getByRole('alert');
    await alert.waitFor();
    const numbers = await alert.innerText();
    for (const number of [stopPanel.emergency.number, stopPanel.urgent.number, 'Manchester'])
      expect(numbers).toContain(number);
    expect(await alert.getByRole('link').count()).toBe(5);
    await soundAtBothWidths(reader, 'hand-back-danger');
    await choice(reader.page, words.kind, handBackKinds.harm_to_self).check();
    await choice(reader.page, words.aware, awareWords.yes).check();
    await reader.page.getByLabel(words.note).fill('We stayed until somebody came.');
    await button(reader.page, words.submit).click();
    await reader.page.getByRole('link', { name: 'Ring first, then choose who was called' }).waitFor();
    expect(await reader.page.getByLabel(words.note).inputValue()).toContain('stayed');
    await choice(reader.page, words.called, calledWords.emergency_999).check();
    const before = world.portal.mail.list().length;
    await button(reader.page, words.submit).click();
    await reader.page.getByText(referralPage.done.hand_back).waitFor();
    await soundAtBothWidths(reader, 'handed-back-reader');
    expect(await mainText(reader.page)).not.toContain(handBackKinds.harm_to_self);

    const told = await mailsAfter(world.portal, before);
    expect(told.map(({ to }) => to).sort()).toEqual(['link-worker@demo.example', 'lw-manager@demo.example']);
    for (const { text } of told) expect(text).not.toMatch(/999|harm|stayed/);

    await sender.page.goto('/caseload');
    const first = sender.page.locator('.card').first();
    await first.waitFor();
    expect(await first.innerText()).toContain(reference);
    expect(await first.innerText()).toContain(referralStates.handed_back);
    await openFromList(sender.page, '/caseload', reference);
    const seen = await mainText(sender.page);
    for (const told of [
      handBackKinds.harm_to_self,
      calledWords.emergency_999,
      'We stayed until somebody came.',
    ])
      expect(seen).toContain(told);
    expect(await button(sender.page, referralActions.withdraw).count()).toBe(0);
    await soundAtBothWidths(sender, 'handed-back-sender');
    for (const [who, action] of [
      ['reader', 'complete'],
      ['link-worker', 'withdraw'],
      ['reader', 'decline'],
    ] as const) {
      const refused = await people[who].post(`/api/referrals/${id}/${action}`, {
        outcome: 'came_some',
        words: null,
        reason: action === 'withdraw' ? 'person_asked' : 'outside_area',
        agreementWithdrawn: false,
        declinedBy: 'group',
        comment: null,
      });
      expect([409, 422], `${who} ${action}`).toContain(refused.status);
    }
    await recordOwner(id);
  });

  /** The link worker says who has taken over; the group hears that, and not who. */
  async function recordOwner(id: Awaited<ReturnType<typeof at>>): Promise<void> {
    const { sender, reader } = laid();
    const owner = moves.record_new_owner;
    await chooseMove(sender.page, 'record_new_owner');
    await button(sender.page, owner.submit).click();
    await sender.page.getByRole('alert').waitFor();
    await soundAtBothWidths(sender, 'new-owner-empty');
    await sender.page.getByLabel(owner.who).fill('Duty team, nurse in charge');
    await sender.page.getByLabel(owner.organization, { exact: true }).fill('Canal Basin crisis service');
    await choice(sender.page, owner.how, toldHow.phone).check();
    await choice(sender.page, owner.on, moves.start.today).check();
    await choice(sender.page, owner.accepted, owner.yes).check();
    await soundAtBothWidths(sender, 'new-owner');
    const before = world.portal.mail.list().length;
    await button(sender.page, owner.submit).click();
    await sender.page.getByText(referralPage.done.record_new_owner).waitFor();
    await soundAtBothWidths(sender, 'new-owner-recorded');
    expect(await mainText(sender.page)).toContain('Duty team, nurse in charge, Canal Basin crisis service');
    const told = await mailsAfter(world.portal, before);
    expect(told.map(({ to }) => to)).toContain('reader@demo.example');
    expect(JSON.stringify(told)).not.toContain('Canal Basin crisis');
    await goToReferral(reader.page, id);
    expect(await mainText(reader.page)).toContain(referralStates.handed_to_clinician);
    expect(await mainText(reader.page)).not.toContain('Canal Basin crisis');
    await soundAtBothWidths(reader, 'new-owner-reader');
  }

  it('goes on with the group only when both sides say that it can', async () => {
    const { sender, reader } = laid();
    const id = await at('handed_back');
    const back = moves.return_to_group;
    await goToReferral(sender.page, id);
    await chooseMove(sender.page, 'return_to_group');
    await sender.page.getByLabel(back.note).fill('A support worker comes along from now on.');
    await soundAtBothWidths(sender, 'return');
    await button(sender.page, back.submit).click();
    await sender.page.getByText(referralPage.done.return_to_group).waitFor();
    expect(await mainText(sender.page)).toContain(referralStates.handed_back);
    await goToReferral(reader.page, id);
    expect(await mainText(reader.page)).toContain('A support worker comes along from now on.');
    await chooseMove(reader.page, 'return_to_group');
    await reader.page.getByLabel(back.note).fill('With somebody beside them we can.');
    await button(reader.page, back.submit).click();
    await reader.page.getByText(referralPage.done.return_to_group).waitFor();
    expect(await mainText(reader.page)).toContain(referralStates.accepted);
    await soundAtBothWidths(reader, 'returned');
  });
});
