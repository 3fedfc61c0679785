import { describe, expect, it } from 'vitest';
import { goLiveRows } from '#infra/operator/place/go-live-rows.ts';
import { client } from '#shared/text/en/client.ts';
import { groupChecks as checks } from '#shared/text/en/group-checks.ts';
import { invites } from '#shared/text/en/invites.ts';
import { people as words } from '#shared/text/en/people.ts';
import { place } from '#shared/text/en/place.ts';
import { refer } from '#shared/text/en/refer.ts';
import { referralPage } from '#shared/text/en/referral-page.ts';
import { register } from '#shared/text/en/register.ts';
import { roleNames } from '#shared/text/en/role-names.ts';
import { LAPTOP, PHONE, signIn, type Visitor } from '#test/support/browser.ts';
import { Caller } from '#test/support/caller.ts';
import { operatorOfThisFile } from '#test/support/operator.ts';
import { canaries } from '#test/support/referral-request.ts';
import { groupAnswers } from '#test/support/registering.ts';
import { allAnswers } from '#test/support/safeguarding-answers.ts';
import { acceptReferral, answerReferral, checkAndSend, openFromList, sound } from './steps.ts';
import { journey } from './visitors.ts';

const operator = operatorOfThisFile();
const world = journey({ storage: 'file', seed: 'empty', data: operator.data });
const press = ({ page }: Visitor, name: string) => page.getByRole('button', { name, exact: true }).click();
const address = (name: string) => `${name}@demo.example`;
const TEAM = 'Canal Basin link workers';

/** The newest link of a kind that went to an address. */
async function linkTo(email: string, kind: 'invite' | 'confirm'): Promise<string> {
  await world.portal.clock.settle();
  const mails = world.portal.mail.list().filter(({ to }) => JSON.stringify(to).includes(email));
  const path = new RegExp(`/${kind}/[A-Za-z0-9_-]{43}`).exec(mails.at(-1)?.text ?? '')?.[0];
  if (path === undefined) throw new Error(`No link to ${kind} went to ${email}`);
  return path;
}

/** Both widths of a page as it stands. */
async function bothWidths(visitor: Visitor, name: string): Promise<void> {
  for (const viewport of [PHONE, LAPTOP]) {
    await visitor.page.setViewportSize(viewport);
    await sound(visitor, `${name}-${viewport.width}`);
  }
}

/** Somebody new says yes to an invitation and signs in. */
async function accepts(link: string, name: string, phone?: string): Promise<Visitor> {
  const visitor = await world.visitor();
  await visitor.page.goto(link);
  await bothWidths(visitor, `invite-${phone === undefined ? 'plain' : 'phone'}`);
  await visitor.page.getByLabel(invites.page.name).fill(name);
  if (phone !== undefined) {
    await press(visitor, invites.page.submit);
    await visitor.page.getByText(invites.page.phoneProblem).first().waitFor();
    expect(await visitor.page.getByLabel(invites.page.name).inputValue()).toBe(name);
    await visitor.page.getByLabel(invites.page.phone).fill(phone);
  }
  await press(visitor, invites.page.submit);
  await visitor.page.getByRole('heading', { name: invites.page.done.title }).waitFor();
  await sound(visitor, 'invite-done');
  return visitor;
}

/** Invites somebody from the page of people, and says what was told. */
async function inviteTo(coordinator: Visitor, email: string, role: keyof typeof roleNames) {
  const { page } = coordinator;
  await page.getByLabel(words.email).fill(email);
  await page.getByLabel(roleNames[role], { exact: true }).check();
  await press(coordinator, words.send);
  await page.getByText(words.invited(email)).waitFor();
  await page.locator('.card', { hasText: email }).waitFor();
}

/** The operator sets the area up; its first coordinator comes in by the link that was shown. */
async function foundedArea(): Promise<Visitor> {
  const answers = operator.file('place.json', {
    name: 'Manchester',
    councils: ['E08000003'],
    organisation: 'Yard Support',
    phone: '0161 496 0110',
    coordinatorEmail: address('first-coordinator'),
  });
  const dry = await operator.portal('place', 'init', '--answers', answers, '--dry-run');
  expect(dry, dry.said).toMatchObject({ status: 0 });
  const made = await operator.portal('place', 'init', '--answers', answers);
  expect(made, made.said).toMatchObject({ status: 0 });
  expect(made.said).toContain(place.lack(place.fields.crisis, 'Manchester'));
  const link = /\/invite\/[A-Za-z0-9_-]{43}/.exec(made.said)?.[0] ?? '';
  const again = await operator.portal('place', 'init', '--answers', answers);
  expect(again.said).toContain('nothing was changed');
  await world.portal.clock.settle();
  expect(world.portal.mail.list()).toEqual([]);
  const coordinator = await accepts(link, 'Sunil Grange');
  await signIn(coordinator, 'first-coordinator', '/place');
  return coordinator;
}

/** The coordinator says whom to ring; only then, and with every row signed, does the area open. */
async function numbersSaid(coordinator: Visitor): Promise<void> {
  const { page } = coordinator;
  const refused = await operator.portal('place', 'go-live');
  expect(refused.status).toBe(1);
  expect(refused.said).toContain(place.lack(place.fields.linkWorkers, 'Manchester'));
  await page.getByText(place.notLive).waitFor();
  await bothWidths(coordinator, 'place');
  await page.getByLabel(place.fields.adultSocialCare).fill('0161 496 0101');
  await page.getByLabel(place.fields.outOfHours).fill('0161 496 0102');
  await page.getByLabel(place.fields.crisis).fill('0808 157 0101');
  await page.getByLabel(place.fields.linkWorkers).fill('Ring 0161 496 0103');
  await press(coordinator, place.save);
  await page.getByText(place.saved).waitFor();
  await page.getByText(place.ready).waitFor();
  await bothWidths(coordinator, 'place-ready');
}

/** The coordinator adds a team and invites its first link worker, and a commissioner by mistake. */
async function teamInvited(coordinator: Visitor): Promise<Visitor> {
  const { page } = coordinator;
  await page.goto('/people');
  await page.getByText(words.noTeams).waitFor();
  await page.getByLabel(words.teamName).fill(TEAM);
  await press(coordinator, words.addTeam);
  await page.getByText(words.teamAdded(TEAM)).waitFor();
  await page.getByRole('heading', { name: TEAM }).waitFor();
  await inviteTo(coordinator, address('first-worker'), 'link_worker');
  await inviteTo(coordinator, address('wrong'), 'commissioner');
  const wrong = await linkTo(address('wrong'), 'invite');
  const card = page.locator('.card', { hasText: address('wrong') });
  await card.getByRole('button', { name: words.pending.takeBack }).click();
  await page.getByText(words.pending.takenBack(address('wrong'))).waitFor();
  await card.waitFor({ state: 'detached' });
  const scanner = await new Caller(world.portal.origin).get(wrong);
  expect(scanner.text).toContain(invites.page.gone.title);
  await bothWidths(coordinator, 'people');
  return accepts(await linkTo(address('first-worker'), 'invite'), 'Tomasz Reed', '0161 496 0164');
}

/** A group registers, is checked by the coordinator, and its lead does the rest as their pages would. */
async function groupReady(coordinator: Visitor): Promise<string> {
  const lead = await world.visitor();
  const email = address('first-lead');
  const answers = { ...groupAnswers('Lantern Walkers'), email };
  await lead.page.goto('/register');
  for (const name of ['name', 'happens', 'when', 'postcode', 'email'] as const)
    await lead.page.getByLabel(register[name]).fill(answers[name]);
  await world.portal.clock.advance('PT4S');
  await press(lead, register.submit);
  await lead.page.getByRole('heading', { name: register.sent.title }).waitFor();
  await lead.page.goto(await linkTo(email, 'confirm'));
  await lead.page.getByLabel(register.confirm.name).fill('Jo Lantern');
  await press(lead, register.confirm.submit);
  await lead.page.getByRole('heading', { name: register.confirm.done.title }).waitFor();
  await lead.context.close();
  await coordinator.page.goto('/queue');
  const card = coordinator.page.locator('.card', { hasText: answers.name });
  await card.getByLabel(checks.hows.visited).check();
  await card.getByLabel(checks.note).fill('I met Jo at the boat house.');
  await card.getByRole('button', { name: checks.submit }).click();
  await coordinator.page.getByText(checks.done(answers.name)).waitFor();
  return readied(await new Caller(world.portal.origin).signIn('first-lead'));
}

/** What the lead's pages send: the basics, somebody who reads, an activity and its room. Answers the group. */
async function readied(lead: Caller): Promise<string> {
  const session = (await lead.get('/api/session')).json as {
    memberships: { organizationId: string }[];
    userId: string;
  };
  const groupId = session.memberships[0]?.organizationId ?? '';
  const ask = async (method: string, path: string, body: unknown) => {
    const answer = await lead.ask(method, path, { body });
    expect(answer.status, answer.text).toBeLessThan(300);
    return answer.json;
  };
  const added = (await ask('POST', `/api/groups/${groupId}/services`, {
    name: 'Lantern walk',
    kind: 'walking',
    needs: ['company'],
    description: 'We walk by the canal with lanterns',
    firstVisit: 'Ask for Jo at the boat house',
    schedules: [{ weekday: 'TH', opensAt: '18:00', closesAt: '19:30' }],
    place: { name: 'The boat house', address: '2 Water Street', postcode: 'M14 5RL', masked: false },
    cost: { pence: 0, note: '' },
  })) as { service: { id: string } };
  const reads = { userId: session.userId, role: 'group_reader' };
  await ask('POST', `/api/groups/${groupId}/members`, reads);
  const again = await new Caller(world.portal.origin).signIn('first-lead');
  for (const [path, body] of [
    [`/api/groups/${groupId}/safeguarding`, allAnswers(world.portal.clock.now())],
    [`/api/services/${added.service.id}/capacity`, { state: 'open', places: 4 }],
  ] as const) {
    const answer = await again.ask('PUT', path, { body });
    expect(answer.status, answer.text).toBe(200);
  }
  return added.service.id;
}

describe('an empty area', () => {
  it('goes from nothing to its first referral', async () => {
    const coordinator = await foundedArea();
    await numbersSaid(coordinator);
    const worker = await teamInvited(coordinator);
    const serviceId = await groupReady(coordinator);
    await signIn(worker, 'first-worker', `/refer?service=${serviceId}`);
    await worker.page.getByText('Your area takes no referrals here yet').waitFor();

    const signed = Object.fromEntries(
      goLiveRows().map(({ row }) => [row, { by: 'Sam Okafor', on: '2026-01-20' }]),
    );
    const opened = await operator.portal(
      'place',
      'go-live',
      '--answers',
      operator.file('signed.json', signed),
    );
    expect(opened, opened.said).toMatchObject({ status: 0 });
    await world.portal.clock.settle();
    await worker.page.reload();
    await worker.page.getByLabel(refer.stop.tick).waitFor();
    await answerReferral(worker.page, canaries());
    const reference = await checkAndSend(worker.page);

    const reader = await world.visitor();
    await signIn(reader, 'first-lead', '/inbox');
    await openFromList(reader.page, '/inbox', reference);
    await acceptReferral(reader.page);
    await reader.page.getByRole('button', { name: referralPage.reveal.readerButton }).waitFor();
    await openFromList(worker.page, '/caseload', reference);
    expect(await worker.page.getByText(client.loading).isVisible()).toBe(false);
  });

  it('closes a leaver in one action, their referrals with a colleague', async () => {
    const coordinator = await world.visitor();
    await signIn(coordinator, 'first-coordinator', '/people');
    await inviteTo(coordinator, address('second-worker'), 'link_worker');
    const colleague = await accepts(
      await linkTo(address('second-worker'), 'invite'),
      'Una Moss',
      '0161 496 0165',
    );
    await signIn(colleague, 'second-worker', '/caseload');
    const leaver = await new Caller(world.portal.origin).signIn('first-worker');
    await coordinator.page.reload();
    const card = coordinator.page.locator('.card', { hasText: 'Tomasz Reed' });
    await card.getByText(words.live(1)).waitFor();
    await card.getByRole('button', { name: words.close.open }).click();
    await coordinator.page.getByRole('heading', { name: words.close.title('Tomasz Reed') }).waitFor();
    await press(coordinator, words.close.submit);
    await coordinator.page.getByText(words.close.nameSomebody).first().waitFor();
    await bothWidths(coordinator, 'people-close');
    await coordinator.page.getByLabel(words.close.to).selectOption({ label: 'Una Moss' });
    await press(coordinator, words.close.submit);
    await coordinator.page.getByText(words.close.doneTo('Tomasz Reed', 'Una Moss')).waitFor();
    await coordinator.page.getByRole('heading', { name: words.left.title }).waitFor();
    await bothWidths(coordinator, 'people-left');
    expect((await leaver.get('/api/session')).status).toBe(401);
    await world.portal.clock.settle();
    expect(JSON.stringify(world.portal.mail.list().at(-1))).toContain(address('second-worker'));
    await colleague.page.reload();
    await colleague.page.locator('.card', { hasText: 'Lantern walk' }).getByRole('link').first().click();
    await colleague.page.getByRole('heading', { name: referralPage.timeline }).waitFor();
    await colleague.page.getByText('Handed on to a colleague').waitFor();
  });
});
