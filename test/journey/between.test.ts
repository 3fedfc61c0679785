import { describe, expect, it } from 'vitest';
import { monthName } from '#shared/text/en/month-name.ts';
import { moves } from '#shared/text/en/moves.ts';
import { notStartedReasons } from '#shared/text/en/reasons.ts';
import { referralStates } from '#shared/text/en/referral.ts';
import { referralPage } from '#shared/text/en/referral-page.ts';
import { timeline } from '#shared/text/en/timeline.ts';
import { bothSides, goToReferral, mailsAfter, mainText } from './laid-out.ts';
import { button, choice, chooseMove, openFromList, soundAtBothWidths } from './steps.ts';

const { world, laid, at, referenceOf } = bothSides();

describe('what is neither yes nor no', () => {
  it('goes from the group’s question to the link worker’s answer and back, each told by mail', async () => {
    const { sender, reader } = laid();
    const id = await at('sent');
    const reference = await referenceOf(id);
    await goToReferral(reader.page, id);
    await chooseMove(reader.page, 'ask');
    await button(reader.page, moves.ask.submit).click();
    await reader.page.getByRole('alert').waitFor();
    await soundAtBothWidths(reader, 'ask-empty');
    await reader.page.getByLabel(moves.ask.text).fill('Is a chair with arms needed?');
    await soundAtBothWidths(reader, 'ask');
    const before = world.portal.mail.list().length;
    await button(reader.page, moves.ask.submit).click();
    await reader.page.getByText(referralPage.done.ask).waitFor();
    await soundAtBothWidths(reader, 'asked');
    const [mail] = await mailsAfter(world.portal, before);
    expect(mail).toMatchObject({ to: 'link-worker@demo.example' });
    expect(mail?.text).not.toContain('chair');

    await openFromList(sender.page, '/caseload', reference);
    await chooseMove(sender.page, 'answer');
    expect(await mainText(sender.page)).toContain('Is a chair with arms needed?');
    await sender.page.getByLabel(moves.answer.text).fill('No, any chair will do.');
    await soundAtBothWidths(sender, 'answer');
    await button(sender.page, moves.answer.submit).click();
    await sender.page.getByText(referralPage.done.answer).waitFor();
    await goToReferral(reader.page, id);
    expect(await mainText(reader.page)).toContain('No, any chair will do.');
    await soundAtBothWidths(reader, 'answered');
  });

  it('keeps somebody on a waiting list, and the link worker hears from which month', async () => {
    const { sender, reader } = laid();
    const id = await at('sent');
    const month = world.portal.clock.now().slice(0, 7);
    await goToReferral(reader.page, id);
    await chooseMove(reader.page, 'wait_list');
    await reader.page.getByLabel(moves.wait_list.month).selectOption(month);
    await soundAtBothWidths(reader, 'wait-list');
    await button(reader.page, moves.wait_list.submit).click();
    await reader.page.getByText(referralPage.done.wait_list).waitFor();
    await soundAtBothWidths(reader, 'wait-listed');
    await goToReferral(sender.page, id);
    const text = await mainText(sender.page);
    expect(text).toContain(referralStates.waitlisted);
    expect(text).toContain(monthName(month));
    await soundAtBothWidths(sender, 'wait-listed-sender');
    await chooseMove(sender.page, 'keep_waiting');
    await soundAtBothWidths(sender, 'keep-waiting');
    await button(sender.page, moves.keep_waiting.submit).click();
    await sender.page.getByText(referralPage.done.keep_waiting).waitFor();
    await sender.page.getByText(timeline['referral.kept_waiting']).first().waitFor();
  });

  it('records that somebody did not start, and the link worker reads why', async () => {
    const { sender, reader } = laid();
    const id = await at('accepted');
    const reference = await referenceOf(id);
    await goToReferral(reader.page, id);
    await chooseMove(reader.page, 'not_start');
    await button(reader.page, moves.not_start.submit).click();
    await reader.page.getByRole('alert').waitFor();
    await choice(reader.page, moves.not_start.reason, notStartedReasons.barrier).check();
    await soundAtBothWidths(reader, 'not-start');
    await button(reader.page, moves.not_start.submit).click();
    await reader.page.getByText(referralPage.done.not_start).waitFor();
    await openFromList(sender.page, '/caseload', reference, 'ended');
    expect(await mainText(sender.page)).toContain(notStartedReasons.barrier);
    await soundAtBothWidths(sender, 'not-started-sender');
  });
});
