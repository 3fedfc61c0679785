import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { addWorkingDays } from '#shared/model/working-days.ts';
import { elsewhere } from '#shared/text/en/elsewhere.ts';
import { refer } from '#shared/text/en/refer.ts';
import { referralStates } from '#shared/text/en/referral.ts';
import { referralPage } from '#shared/text/en/referral-page.ts';
import { nudgeWords, timeline } from '#shared/text/en/timeline.ts';
import { dayFromNow } from '#test/support/days.ts';
import { sendReferral } from '#test/support/demonstration.ts';
import { bothSides, goToReferral, mailsAfter, mainText } from './laid-out.ts';
import { button, openFromList, showWhoThisIs, soundAtBothWidths } from './steps.ts';

const { world, laid, referenceOf, signInAgain } = bothSides();
const clock = () => new Date(world.portal.clock.now());
const today = () => dayFromNow(0, clock());

type Room = { state: string; places: number | null };
/** What the public page of the group says of its room. */
async function roomNow(): Promise<Room> {
  const { people, group } = laid();
  const { json } = await people.reader.get(`/api/groups/${group.groupId}`);
  const { services } = json as { services: { id: string; room: Room }[] };
  const found = services.find(({ id }) => id === group.serviceId);
  if (found === undefined) throw new Error('The activity is not listed');
  return found.room;
}

/** The way to another group that the caseload offers. */
async function lookElsewhere(page: Page, reference: string): Promise<void> {
  await page.goto('/caseload');
  const card = page.locator('.card', { hasText: reference });
  await card.getByRole('link', { name: elsewhere.title }).click();
  await page.getByRole('heading', { level: 1, name: elsewhere.title }).waitFor();
}

/** Lets the clock run to the evening of so many working days after a day; closes of day act at five. */
async function toEveningAfter(from: string, workingDays: number): Promise<void> {
  const target = Date.parse(`${addWorkingDays(from, workingDays, 'england')}T18:30:00.000Z`);
  const hours = Math.ceil((target - clock().getTime()) / 3_600_000);
  const moved = await world.portal.clock.advance(`PT${hours}H`);
  expect(moved?.settled).toBe(true);
}

describe('a group that does not answer', () => {
  it('is reminded, runs out, frees the place, and leaves the person a way to another group', async () => {
    const { sender, reader, people, group } = laid();
    const before = await roomNow();
    const { id, who } = await sendReferral(people['link-worker'], group.serviceId);
    const reference = await referenceOf(id);
    const sentOn = today();
    await world.portal.clock.settle();
    if (before.places !== null) expect((await roomNow()).places).toBe(before.places - 1);

    const sent = world.portal.mail.list().length;
    await toEveningAfter(sentOn, 5);
    await signInAgain();
    const nudged = await mailsAfter(world.portal, sent);
    const about = nudged.filter(({ subject }) => subject.includes(reference));
    expect(about.map(({ to }) => to)).toEqual(
      expect.arrayContaining(['reader@demo.example', 'reader-2@demo.example', 'group-lead@demo.example']),
    );
    await goToReferral(reader.page, id);
    expect(await mainText(reader.page)).toContain(nudgeWords.nudge_group_lead);
    await soundAtBothWidths(reader, 'silence-nudged-reader');

    await toEveningAfter(sentOn, 7);
    await signInAgain();
    await openFromList(sender.page, '/caseload', reference);
    expect(await mainText(sender.page)).toContain(nudgeWords.tell_sender_with_alternatives);
    expect(await mainText(sender.page)).toContain(referralPage.ringGroup('Marigold Corner'));
    await soundAtBothWidths(sender, 'silence-told-sender');
    await sender.page.getByRole('link', { name: elsewhere.tryNow }).click();
    await sender.page.getByRole('button', { name: elsewhere.choose }).first().click();
    await sender.page.getByText(elsewhere.takesBack('Marigold Corner')).waitFor();
    await soundAtBothWidths(sender, 'silence-try-now');

    const late = world.portal.mail.list().length;
    await toEveningAfter(sentOn, 10);
    await signInAgain();
    const ended = (await mailsAfter(world.portal, late)).filter(({ subject, text }) =>
      `${subject} ${text}`.includes(reference),
    );
    expect(ended.map(({ to }) => to)).toEqual(
      expect.arrayContaining(['link-worker@demo.example', 'reader@demo.example']),
    );
    expect(await roomNow()).toMatchObject({ state: 'unknown' });
    for (const { text, subject } of world.portal.mail.list())
      for (const mark of [who.name, who.surname, who.phone, who.note])
        expect(subject + text).not.toContain(mark);

    await goToReferral(reader.page, id);
    expect(await mainText(reader.page)).toContain(referralStates.expired);
    await soundAtBothWidths(reader, 'silence-expired-reader');
    await sendElsewhere(reference, who.name);
  });

  /** From the caseload to another group: the person's yes is asked for again, nothing is typed again. */
  async function sendElsewhere(reference: string, name: string): Promise<void> {
    const { sender } = laid();
    await lookElsewhere(sender.page, reference);
    await sender.page.getByRole('button', { name: elsewhere.choose }).first().waitFor();
    await soundAtBothWidths(sender, 'silence-elsewhere');
    await sender.page.getByRole('button', { name: elsewhere.choose }).first().click();
    await button(sender.page, elsewhere.submit).click();
    await sender.page.getByRole('link', { name: elsewhere.howProblem }).waitFor();
    await sender.page.getByLabel(elsewhere.checked).check();
    await sender.page.getByLabel(refer.agreement.hows.by_phone).check();
    await soundAtBothWidths(sender, 'silence-resend');
    await button(sender.page, elsewhere.submit).click();
    await sender.page.getByRole('link', { name: elsewhere.before }).waitFor();
    const text = await mainText(sender.page);
    expect(text).toContain(referralStates.sent);
    expect(text).not.toContain('Marigold Corner');
    await soundAtBothWidths(sender, 'silence-resent');
    await showWhoThisIs(sender.page);
    expect(await mainText(sender.page)).toContain(name);
  }

  it('is asked nothing more about a referral it has answered', async () => {
    const { people, group, sender } = laid();
    const { id } = await sendReferral(people['link-worker'], group.serviceId);
    const sentOn = today();
    await people.reader.post(`/api/referrals/${id}/decline`, {
      reason: 'outside_area',
      declinedBy: 'group',
      comment: null,
    });
    const reference = await referenceOf(id);
    await world.portal.clock.settle();
    const before = world.portal.mail.list().length;
    await toEveningAfter(sentOn, 5);
    const told = await mailsAfter(world.portal, before);
    expect(told.filter(({ subject, text }) => `${subject} ${text}`.includes(reference))).toEqual([]);
    await signInAgain();
    await lookElsewhere(sender.page, reference);
    await button(sender.page, elsewhere.aside).click();
    await sender.page.getByText(timeline['referral.put_aside']).waitFor();
    await sender.page.goto('/caseload');
    await sender.page.getByRole('heading', { level: 1 }).waitFor();
    await expect.poll(() => mainText(sender.page)).not.toContain(reference);
  });
});
