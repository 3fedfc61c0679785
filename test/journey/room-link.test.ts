import { describe, expect, it } from 'vitest';
import { links } from '#shared/text/en/links.ts';
import { roomChoices, type roomState } from '#shared/text/en/room.ts';
import { LAPTOP, PHONE } from '#test/support/browser.ts';
import { Caller } from '#test/support/caller.ts';
import { groupOf } from '#test/support/demonstration.ts';
import { linkIn } from '#test/support/portal-link.ts';
import { sound } from './steps.ts';
import { journey } from './visitors.ts';

const world = journey();
const words = links.room;

/** The lead's group, the address of a link to say its room, and what the public reads of it. */
async function asked() {
  const lead = await new Caller(world.portal.origin, 'group-lead').signIn('group-lead');
  const { groupId, serviceId } = await groupOf(lead);
  const { userId } = (await lead.get('/api/session')).json as { userId: string };
  const link = async () =>
    `/capacity/${await linkIn(world.portal, { purpose: 'room', subject: groupId, holder: userId })}`;
  const said = async () => {
    await world.portal.clock.settle();
    const group = (await lead.get(`/api/groups/${groupId}`)).json as {
      services: { id: string; name: string; room: { state: keyof typeof roomState } }[];
    };
    const service = group.services.find(({ id }) => id === serviceId);
    if (service === undefined) throw new Error('The group has an activity');
    return service;
  };
  return { link, said };
}

describe('room from a link', () => {
  it('takes one press without script or signing in; reading says nothing, Undo brings back what stood', async () => {
    const { link, said } = await asked();
    const before = await said();
    const address = await link();
    const scanner = new Caller(world.portal.origin);
    for (let visit = 0; visit < 5; visit += 1) expect((await scanner.get(address)).status).toBe(200);
    expect(await said()).toEqual(before);

    const volunteer = await world.visitor({ viewport: PHONE, javaScriptEnabled: false });
    const { page } = volunteer;
    await page.goto(address);
    const card = page.locator('.card', { hasText: before.name });
    await card.getByRole('button', { name: roomChoices.full }).click();
    await page.getByText(words.thanks).waitFor();
    expect((await said()).room.state).toBe('full');
    await page.getByRole('button', { name: words.undo, exact: true }).click();
    await page.getByText(words.undone).waitFor();
    expect((await said()).room).toMatchObject(before.room);

    await card.getByRole('button', { name: roomChoices.waiting_list }).click();
    await page.getByText(words.thanks).waitFor();
    expect((await said()).room.state).toBe('waiting_list');
    expect(await volunteer.context.cookies()).toEqual([]);
    await volunteer.context.close();
  });

  it('says what to do when there is a newer link, and when it was cut', async () => {
    const { link } = await asked();
    const [older, newer] = [await link(), await link()];
    for (const viewport of [PHONE, LAPTOP]) {
      const volunteer = await world.visitor({ viewport });
      await volunteer.page.goto(newer);
      await volunteer.page.getByRole('button', { name: roomChoices.open }).first().waitFor();
      await sound(volunteer, `room-link-${viewport.width}`);
      await volunteer.page.goto(older);
      await volunteer.page.getByRole('heading', { name: links.replaced.title }).waitFor();
      await volunteer.page.getByRole('link', { name: links.next.room.link }).waitFor();
      await sound(volunteer, `room-link-replaced-${viewport.width}`);
      await volunteer.context.close();
    }
    const late = await world.visitor({ viewport: PHONE });
    await late.page.goto(`/capacity/${'x'.repeat(43)}`);
    await late.page.getByRole('heading', { name: links.unknown.title }).waitFor();
    await late.page.goto('/capacity/cut');
    await late.page.getByRole('heading', { name: links.unknown.title }).waitFor();
    await late.context.close();
  });
});
