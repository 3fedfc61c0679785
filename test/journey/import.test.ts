import { describe, expect, it } from 'vitest';
import { fullJitter } from '#functions/runtime/backoff.ts';
import { importOruk } from '#infra/operator/commands/import-oruk.ts';
import { type OpenPortal, tableAt } from '#infra/operator/open-portal.ts';
import { find } from '#shared/text/en/find.ts';
import { groupChecks as checks } from '#shared/text/en/group-checks.ts';
import { groupPage } from '#shared/text/en/group-page.ts';
import { refer } from '#shared/text/en/refer.ts';
import { roomState } from '#shared/text/en/room.ts';
import { PHONE, signIn } from '#test/support/browser.ts';
import { groupToCheckIn } from '#test/support/registering.ts';
import { sound, soundAtBothWidths } from './steps.ts';
import { journey } from './visitors.ts';

const world = journey();

/** The operator's command on the portal of this file; what it said, or what it refused with. */
async function operator(...args: string[]) {
  const { engineUrl, tableName, clock, origin } = world.portal;
  const open = async (): Promise<OpenPortal> => ({
    table: tableAt(engineUrl, tableName, clock.now),
    backoff: fullJitter(1, 10),
    now: clock.now,
    origin,
    anchorKeys: () => undefined,
    close: async () => undefined,
  });
  const said: string[] = [];
  await importOruk(open, args, (line) => said.push(line));
  return said.join('\n');
}

const GOOD = [
  'test/fixtures/twine-valley.json',
  '--source',
  'Twine Valley Directory',
  '--url',
  'https://twine.example/',
];

describe('a directory is imported', () => {
  it('and anyone finds its groups with where they came from, that nobody checked them, and no word on room', async () => {
    const visitor = await world.visitor({ viewport: PHONE, javaScriptEnabled: true });
    const { page } = visitor;
    const looksFor = async (words: string) => {
      await page.goto(`/find?q=${encodeURIComponent(words)}`);
      return page.locator('[data-service]').count();
    };
    expect(await operator(...GOOD)).toContain('Nothing was changed');
    // A page may be kept for half a minute, so the second look is for another word.
    expect(await looksFor('splice')).toBe(0);

    const said = await operator(...GOOD, '--apply');
    expect(said).toContain('2 groups with 2 activities');
    expect(said).toContain('online only');
    const isKnown = async () =>
      (await (await page.request.get('/api/search?q=needle')).text()).includes('Rope and needle');
    await expect.poll(isKnown, { timeout: 60_000, interval: 500 }).toBe(true);
    await expect.poll(() => looksFor('needle'), { timeout: 60_000, interval: 1000 }).toBe(1);
    await sound(visitor, 'find-unclaimed');
    const card = page.locator('[data-service]').first();
    expect(await card.innerText()).toContain(find.unclaimed);
    expect(await card.innerText()).toContain(roomState.unknown);
    expect(await card.getByText(find.refer).count()).toBe(0);
    await card.getByRole('link').first().click();
    await page.getByRole('link', { name: 'Twine Valley Directory' }).waitFor();
    const group = await page.locator('main').innerText();
    expect(group).toContain('Not yet checked by the group');
    expect(group).toContain(groupPage.source.notReferable);
    expect(group).not.toContain('Petra');
    await soundAtBothWidths(visitor, 'group-unclaimed');
    await visitor.context.close();
  });

  it('and a link worker who tries to send somebody there learns what to do instead', async () => {
    const worker = await world.visitor();
    await worker.page.goto('/find?q=needle');
    const service = await worker.page.locator('[data-service]').first().getAttribute('data-service');
    await signIn(worker, 'link-worker', `/refer?service=${service}`);
    await worker.page.getByText(refer.group.unclaimed).waitFor();
    await sound(worker, 'refer-unclaimed');
    expect(await worker.page.getByRole('button', { name: refer.go }).count()).toBe(0);
    await worker.context.close();
  });

  it('and the same file again changes nothing', async () => {
    expect(await operator(...GOOD, '--apply')).toContain('There is nothing to do: nothing was changed.');
  });

  it('and the group registers: the coordinator says they are the same, and the page is its own', async () => {
    const own = await groupToCheckIn(world.portal, 'manchester', 'Lantern Row Menders');
    const coordinator = await world.visitor();
    await signIn(coordinator, 'coordinator', '/queue');
    const card = coordinator.page.locator('.card', { hasText: 'Lantern Row Menders' });
    await card.getByText(checks.twinFrom('Twine Valley Directory')).waitFor();
    await card.getByLabel(checks.hows.visited).check();
    await card.getByLabel(checks.note).fill('I met Jo in the ropeworks.');
    await card.getByRole('button', { name: checks.submit }).click();
    await card.getByText(checks.sameProblem).first().waitFor();
    expect(await card.getByLabel(checks.note).inputValue()).toBe('I met Jo in the ropeworks.');
    await soundAtBothWidths(coordinator, 'queue-same-group');
    await card.getByLabel(checks.sames.yes).check();
    await card.getByRole('button', { name: checks.submit }).click();
    await coordinator.page.getByText(checks.done('Lantern Row Menders')).waitFor();
    await world.portal.clock.settle();
    await coordinator.page.goto(`/groups/${own}`);
    const group = await coordinator.page.locator('main').innerText();
    expect(group).toContain('Rope and needle');
    expect(group).not.toContain('Twine Valley');
    expect(await operator(...GOOD, '--apply')).toContain('There is nothing to do');
    await coordinator.context.close();
  });

  it('and a broken file is refused with line and path, and nothing of it is found', async () => {
    const broken = ['test/fixtures/twine-valley-broken.json', ...GOOD.slice(1), '--apply'];
    await expect(operator(...broken)).rejects.toThrow(
      /twine-valley-broken\.json:\d+:\d+: contents\[1\]\.name: a service must have a name/,
    );
    const visitor = await world.visitor();
    await visitor.page.goto('/find?q=ghost');
    await visitor.page.getByText(find.none).first().waitFor();
    expect(await visitor.page.locator('[data-service]').count()).toBe(0);
    await visitor.context.close();
  });
});
