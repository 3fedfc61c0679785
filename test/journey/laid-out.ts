import type { Page } from 'playwright-core';
import { beforeAll } from 'vitest';
import type { Portal } from '#infra/local/portal.ts';
import type { ReferralId } from '#shared/model/ids.ts';
import { referralPage } from '#shared/text/en/referral-page.ts';
import { LAPTOP, PHONE, signIn, type Visitor } from '#test/support/browser.ts';
import { type Caller, callers } from '#test/support/caller.ts';
import { type DemoGroup, groupOf, referralAt, type Stage } from '#test/support/demonstration.ts';
import { journey } from './visitors.ts';

const PEOPLE = ['link-worker', 'lw-manager', 'reader', 'group-lead'] as const;

/** Both sides of the demonstration group's referrals: in a browser each, and beside it as callers of the API. */
type Laid = {
  sender: Visitor;
  reader: Visitor;
  people: Record<(typeof PEOPLE)[number], Caller>;
  group: DemoGroup;
};

/** A portal for one journey file with a link worker on a laptop and a reader on a phone, both signed in. */
export function bothSides() {
  const world = journey();
  const held: { laid?: Laid } = {};
  beforeAll(async () => {
    const people = await callers(world.portal.origin, PEOPLE);
    held.laid = {
      people,
      group: await groupOf(people['group-lead']),
      sender: await world.visitor({ viewport: LAPTOP }),
      reader: await world.visitor({ viewport: PHONE }),
    };
    await signIn(held.laid.sender, 'link-worker');
    await signIn(held.laid.reader, 'reader');
  }, 120_000);
  const laid = (): Laid => {
    if (held.laid === undefined) throw new Error('Both sides are laid out in beforeAll');
    return held.laid;
  };
  return {
    world,
    laid,
    /** A new referral that has come so far. */
    at: (stage: Stage): Promise<ReferralId> => {
      const { people, group } = laid();
      return referralAt(stage, people['link-worker'], people.reader, group.serviceId);
    },
    /** Signs everybody in again whose session a moved clock has ended. */
    signInAgain: async () => {
      const { people, sender, reader } = laid();
      for (const caller of Object.values(people)) await caller.signIn(caller.name);
      await signIn(sender, 'link-worker');
      await signIn(reader, 'reader');
    },
    /** The reference of a referral, as both sides say it. */
    referenceOf: async (id: ReferralId): Promise<string> => {
      const answer = await laid().people['link-worker'].get(`/api/referrals/${id}`);
      return (answer.json as { reference: string }).reference;
    },
  };
}

/** Opens the page of a referral by its address, as a link in a mail does. */
export async function goToReferral(page: Page, id: ReferralId): Promise<void> {
  await page.goto(`/referrals/${id}`);
  await page.getByRole('heading', { name: referralPage.timeline }).waitFor();
}

export const mainText = (page: Page): Promise<string> => page.locator('main').innerText();

/** Every mail after the first so many, once all that was written has had its effects. */
export async function mailsAfter(portal: Portal, count: number) {
  await portal.clock.settle();
  const mails = portal.mail.list().slice(count);
  return mails.map(({ to, subject, text }) => ({ to: to.join(), subject, text }));
}
