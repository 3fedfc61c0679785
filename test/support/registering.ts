import { randomUUID } from 'node:crypto';
import { confirmGroup } from '#functions/commands/confirm-group.ts';
import { markOf } from '#functions/commands/mark.ts';
import { registerGroup } from '#functions/commands/register-group.ts';
import { systemIds } from '#functions/runtime/ids.ts';
import { systemSecret } from '#functions/runtime/secrets.ts';
import { areaLookup } from '#functions/store/area.ts';
import { findLink, makeLink } from '#functions/store/link-token.ts';
import type { Portal } from '#infra/local/portal.ts';
import { tableAt } from '#infra/operator/open-portal.ts';
import { AreaId } from '#shared/model/area.ts';
import type { OrganizationId } from '#shared/model/ids.ts';
import type { Caller } from './caller.ts';

/** The three answers of an invented group. */
export const groupAnswers = (name = `Lantern Walkers ${randomUUID().slice(0, 6)}`) => ({
  name,
  happens: 'We walk by the canal with lanterns and end with soup.',
  when: 'Thursdays 6pm, the boat house',
  postcode: 'M14 5RL',
  email: `lead-${randomUUID().slice(0, 8)}@lantern.example`,
});

/** The signed token of a registration page that somebody has read for a while. */
export async function formTokenOf(portal: Portal, caller: Caller): Promise<string> {
  const page = await caller.get('/register');
  const token = /name="form" value="([^"]+)"/.exec(page.text)?.[1];
  if (token === undefined) throw new Error(`The registration page has no token: ${page.text.slice(0, 300)}`);
  await portal.clock.advance('PT4S');
  return token;
}

const depsOf = ({ engineUrl, tableName, clock }: Portal) => {
  const table = tableAt(engineUrl, tableName, clock.now);
  return { table, ids: systemIds, areas: areaLookup(table, clock.now) };
};

/** Registers a group in a running portal as the form would, and answers the token of a link to confirm it. */
export async function confirmTokenIn(
  portal: Portal,
  area = 'manchester',
  name?: string,
): Promise<{ id: OrganizationId; token: string }> {
  const deps = depsOf(portal);
  const [key, at] = [randomUUID(), portal.clock.now()];
  const request = { ...groupAnswers(name), form: 'x' };
  const place = { area: AreaId.parse(area), outcode: 'M14' };
  const made = await registerGroup(deps, { request, place, key, mark: markOf(key, request), at });
  if (!made.ok) throw new Error(`A group could not be registered: ${made.refusal.code}`);
  const to = { purpose: 'confirm', area: place.area, subject: made.value, holder: 'a test' } as const;
  const token = await makeLink({ table: deps.table, secret: systemSecret }, to, at);
  return { id: made.value, token };
}

/** Registers and confirms a group, so that it waits for a check. */
export async function groupToCheckIn(
  portal: Portal,
  area = 'manchester',
  name?: string,
): Promise<OrganizationId> {
  const deps = depsOf(portal);
  const { id, token } = await confirmTokenIn(portal, area, name);
  const at = portal.clock.now();
  const found = await findLink(deps.table, token, at);
  if (found?.life !== 'live') throw new Error('A link that was just made does not work');
  const done = await confirmGroup(deps, { link: found.link, name: 'Jo Lantern', at });
  if (!done.ok) throw new Error(`A group could not be confirmed: ${done.refusal.code}`);
  return id;
}
