import { inviteChange, newInvite } from '#functions/commands/invite.ts';
import { areaChange } from '#functions/commands/place.ts';
import { systemIds } from '#functions/runtime/ids.ts';
import { systemSecret } from '#functions/runtime/secrets.ts';
import { findArea } from '#functions/store/area.ts';
import { areaAdded } from '#functions/store/area-list.ts';
import { newLink } from '#functions/store/link-token.ts';
import type { Table } from '#functions/store/table.ts';
import { projectArea } from '#functions/workers/project-area.ts';
import { AREA_OF_COUNCIL, readCouncils } from '#infra/place/tables.ts';
import type { AreaId, AreaSettings } from '#shared/model/area.ts';
import type { Instant } from '#shared/model/dates.ts';
import { InviteId } from '#shared/model/ids.ts';
import { restore } from '../commands/rebuild.ts';
import { Advice, type OpenPortal } from '../open-portal.ts';
import { placeItems } from '../seed/directory-items.ts';
import type { PlaceAnswers } from './answers.ts';

export type Placing = Pick<OpenPortal, 'table' | 'backoff' | 'now' | 'origin'>;

/** The settings an area begins with: no number is known yet and no referral is taken. */
export function newArea(answers: PlaceAnswers): AreaSettings {
  const codes = [...new Set(answers.councils.split(',').map((code) => code.trim()))];
  const names = readCouncils();
  const unknown = codes.filter((code) => AREA_OF_COUNCIL[code] === undefined);
  if (unknown.length > 0) {
    const known = Object.keys(AREA_OF_COUNCIL).map((code) => `${code} (${names.get(code) ?? code})`);
    throw new Advice(
      `There are no postcodes of ${unknown.join(', ')} in infra/place. There are those of ${known.join(', ')}.`,
    );
  }
  const areas = new Set(codes.map((code) => AREA_OF_COUNCIL[code]));
  const [area] = areas;
  if (area === undefined || areas.size > 1)
    throw new Advice('These councils belong to different areas in infra/place: set up one area at a time.');
  return {
    area,
    name: answers.name,
    nation: 'england',
    timeZone: 'Europe/London',
    councils: codes.map((code) => ({
      ...{ code, name: names.get(code) ?? code },
      ...{ adultSocialCare: null, outOfHours: null, crisis: null, linkWorkers: null },
    })),
    coordinator: { name: answers.organisation, phone: answers.phone, email: answers.coordinatorEmail },
    mailFrom: `${area}@portal.example.org`,
    goneLive: null,
  };
}

export type Founded =
  | { made: true; settings: AreaSettings; link: string }
  | { made: false; settings: AreaSettings };

/**
 * Sets an area up: settings, the list of areas, its first coordinator's invitation and the link to it, in
 * one transaction. What is known of its places is written before, and seen by nobody until then. An area
 * that is there already is left as it is.
 */
export async function initPlace(deps: Placing, answers: PlaceAnswers): Promise<Founded> {
  const settings = newArea(answers);
  const { area } = settings;
  const before = await findArea(deps.table, area);
  if (before !== undefined) return { made: false, settings: before.value };
  await restore(deps.table, placeItems([area]));
  const at = deps.now();
  const { writes, token } = await coordinatorInvited(deps.table, {
    area,
    email: answers.coordinatorEmail,
    at,
  });
  const written = await deps.table.transact([
    ...(await areaAdded(deps.table, area)),
    ...areaChange(
      { ids: systemIds },
      { settings, before: 0 },
      { userId: 'operator', at, type: 'area.changed' },
    ),
    ...writes,
  ]);
  if (!written.ok)
    throw new Advice('Somebody else set this area up at the same moment. Run it again to see.');
  await projectArea(deps, area);
  return { made: true, settings, link: `${deps.origin}/invite/${token}` };
}

/** The writes that invite a coordinator by a link that is shown here once and mailed to nobody. */
export async function coordinatorInvited(
  table: Table,
  { area, email, at }: { area: AreaId; email: string; at: Instant },
) {
  const id = InviteId.parse(systemIds.event());
  const membership = { role: 'coordinator' } as const;
  const invite = newInvite({ id, area, email, membership, invitedBy: 'operator', made: 'operator' }, at);
  const telling = { userId: 'operator', at, type: 'invite.made', by: 'hand' } as const;
  const to = { purpose: 'invite', area, subject: id, holder: id } as const;
  const link = await newLink({ table, secret: systemSecret }, to, at);
  return {
    token: link.token,
    writes: [...inviteChange({ ids: systemIds }, { invite, before: 0 }, telling), ...link.writes],
  };
}
