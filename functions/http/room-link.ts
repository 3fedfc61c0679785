import { h } from 'preact';
import type { Deps } from '#functions/commands/deps.ts';
import { stateByLink, undoByLink } from '#functions/commands/link-capacity.ts';
import { roomAt } from '#functions/domain/capacity/room.ts';
import { accept, refuse } from '#functions/domain/result.ts';
import { listActivities } from '#functions/store/activities.ts';
import type { LiveLink } from '#functions/store/link-token.ts';
import { findOrganization } from '#functions/store/organization.ts';
import { listServices } from '#functions/store/service.ts';
import { type RoomPress, roomPage, roomPress } from '#shared/api/links.ts';
import type { Instant } from '#shared/model/dates.ts';
import { OrganizationId } from '#shared/model/ids.ts';
import { links } from '#shared/text/en/links.ts';
import { type RoomDone, RoomLinkPage } from '#shared/ui/link/room-link-page.tsx';
import type { App } from './app.ts';
import { type Linked, type LinkPage, mountLink } from './links.ts';

type Drawing = { link: LiveLink; now: Instant; problem?: string | undefined; done?: RoomDone };

async function draw({ table }: Deps, { link, now, ...said }: Drawing): Promise<LinkPage> {
  const { area, subject } = link;
  const group = await findOrganization(table, { area, id: OrganizationId.parse(subject) });
  if (group === undefined) throw new Error('A room link names a group that is not there');
  const activities = (await listActivities(table, area, group.value.services))
    .filter(({ service }) => service.status !== 'closed')
    .map(({ service: { id, name }, capacity }) => ({ id, name, room: roomAt(capacity, now) }));
  const page = h(RoomLinkPage, { group: group.value.name, activities, now, ...said });
  return { title: links.room.title, page };
}

/** What a press does, and how the page then looks. */
async function press(deps: Deps, { link, now, body }: { link: LiveLink; now: Instant; body: RoomPress }) {
  const pressing = { link, serviceId: body.service, at: now };
  if (body.say === 'undo') {
    const undone = await undoByLink(deps, pressing);
    if (undone.ok) return accept(await draw(deps, { link, now, done: { kind: 'undone' } }));
    return refuse({ ...undone.refusal, fields: [{ id: 'say', text: links.room.tooLate }] });
  }
  const said = await stateByLink(deps, pressing, body.say);
  if (!said.ok) return said;
  const [service] = (await listServices(deps.table, link.area, [body.service])).rows;
  const done: RoomDone = { kind: 'said', id: body.service, name: service?.value.name ?? '', ...said.value };
  return accept(await draw(deps, { link, now, done }));
}

/** Mounts the link of the weekly room mail: one press an activity, 30 days, until a newer one is sent. */
export const mountRoomLink = (app: App, linked: Linked): void =>
  mountLink(app, linked, {
    purpose: 'room',
    page: roomPage,
    press: roomPress,
    show: (at) => draw(linked.deps, at),
    act: (at) => press(linked.deps, at),
  });
