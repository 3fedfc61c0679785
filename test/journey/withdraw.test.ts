import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { describe, expect, it } from 'vitest';
import type { TableName } from '#functions/store/table.ts';
import { moves } from '#shared/text/en/moves.ts';
import { withdrawReasons } from '#shared/text/en/reasons.ts';
import { referralStates } from '#shared/text/en/referral.ts';
import { referralPage } from '#shared/text/en/referral-page.ts';
import { sendReferral } from '#test/support/demonstration.ts';
import { everything } from '#test/support/everything.ts';
import { bothSides, goToReferral, mailsAfter, mainText } from './laid-out.ts';
import {
  acceptReferral,
  button,
  choice,
  chooseMove,
  openFromList,
  showContactDetails,
  soundAtBothWidths,
} from './steps.ts';

const { world, laid, referenceOf } = bothSides();
const words = moves.withdraw;

/** How many items a table holds; only a test may look like this. */
async function itemsIn(table: TableName): Promise<number> {
  const { engineUrl, tableName } = world.portal;
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  const client = new DynamoDBClient({ endpoint: engineUrl, region: 'eu-west-2', credentials });
  try {
    return (await everything({ client }, table, tableName(table))).length;
  } finally {
    client.destroy();
  }
}
const kept = async () => ({ people: await itemsIn('people'), keys: await itemsIn('keys') });

describe('taking a referral back', () => {
  it('hides the person from the group at once, destroys what was kept, and tells the group without a name', async () => {
    const { sender, reader, people, group } = laid();
    const empty = await kept();
    const { id, who } = await sendReferral(people['link-worker'], group.serviceId);
    const reference = await referenceOf(id);
    await goToReferral(reader.page, id);
    await acceptReferral(reader.page);
    await reader.page.getByText(referralPage.done.accept).waitFor();
    await showContactDetails(reader.page);
    expect(await mainText(reader.page)).toContain(who.name);
    expect(await kept()).toEqual({ people: empty.people + 3, keys: empty.keys + 1 });

    await openFromList(sender.page, '/caseload', reference);
    await chooseMove(sender.page, 'withdraw');
    await button(sender.page, words.submit).click();
    await sender.page.getByRole('alert').waitFor();
    await soundAtBothWidths(sender, 'withdraw-empty');
    await choice(sender.page, words.reason, withdrawReasons.person_asked).check();
    await sender.page.getByLabel(words.agreement).check();
    await soundAtBothWidths(sender, 'withdraw');
    const before = world.portal.mail.list().length;
    await button(sender.page, words.submit).click();
    await sender.page.getByText(referralPage.done.withdraw).waitFor();
    await soundAtBothWidths(sender, 'withdrawn-sender');

    expect(await kept()).toEqual(empty);
    for (const caller of [people.reader, people['link-worker']])
      expect((await caller.post(`/api/referrals/${id}/reveal`)).status).toBe(409);
    await goToReferral(reader.page, id);
    const left = await mainText(reader.page);
    expect(left).toContain(referralStates.withdrawn);
    expect(left).not.toContain(who.name);
    expect(left).not.toContain('cup of tea');
    expect(await button(reader.page, referralPage.reveal.readerButton).count()).toBe(0);
    await soundAtBothWidths(reader, 'withdrawn-reader');

    const told = await mailsAfter(world.portal, before);
    expect(told.map(({ to }) => to).sort()).toEqual(['reader-2@demo.example', 'reader@demo.example']);
    for (const { text, subject } of told) {
      expect(subject + text).toContain(reference);
      for (const mark of [who.name, who.surname, who.phone, who.note])
        expect(subject + text).not.toContain(mark);
    }
  });

  it('is known to a reader who still has the page open, whatever they press', async () => {
    const { reader, people, group } = laid();
    const { id } = await sendReferral(people['link-worker'], group.serviceId);
    await goToReferral(reader.page, id);
    await people['link-worker'].post(`/api/referrals/${id}/withdraw`, {
      reason: 'sent_by_mistake',
      agreementWithdrawn: false,
    });
    await acceptReferral(reader.page);
    await reader.page.getByRole('heading', { name: referralPage.race.title }).waitFor();
    await reader.page.getByText(referralPage.race.none).waitFor();
    await soundAtBothWidths(reader, 'withdrawn-meanwhile');
  });
});
