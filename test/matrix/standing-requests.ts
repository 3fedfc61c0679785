import type { OrganizationId, UserId } from '#shared/model/ids.ts';
import type { Caller } from '#test/support/caller.ts';
import { dayFromNow } from '#test/support/days.ts';
import type { DemoGroup, Patiently } from '#test/support/demonstration.ts';
import { allAnswers } from '#test/support/safeguarding-answers.ts';
import type { Made } from './made.ts';

/** What a request about a group's standing needs: whose answers it has, and who may change them. */
type StandingThings = {
  group: Pick<DemoGroup, 'groupId'>;
  referable: Pick<DemoGroup, 'groupId'>;
  lead: Caller | undefined;
  coordinator: Caller | undefined;
  patiently: Patiently;
  /** A group that waits for a check, and somebody who reads in the group. */
  toCheck: () => Promise<OrganizationId>;
  member: () => Promise<UserId>;
};

export const isAboutStanding = (route: string): boolean =>
  route.includes('safeguarding') && !route.endsWith('{groupId}/safeguarding');

const renewal = { policyReviewedOn: dayFromNow(-21), insuredUntil: null, stillTrue: true };

/** Brings the group where a move is legal: its answers complete, paused or not. Others' groups stay as they are. */
async function laidOut(
  route: string,
  { lead, coordinator, referable, patiently }: StandingThings,
): Promise<void> {
  if (lead === undefined || coordinator === undefined) return;
  const own = `/api/groups/${referable.groupId}/safeguarding`;
  const paused = `/api/moderation/safeguarding/${referable.groupId}`;
  const before = route.endsWith('resume') ? 'pause' : 'resume';
  await patiently(() => coordinator.post(`${paused}/${before}`, before === 'pause' ? PAUSE : {}));
  if (before === 'pause') return;
  await patiently(() => lead.ask('PUT', own, { body: allAnswers(new Date().toISOString()) }));
  await patiently(() => lead.post(`${own}/renew`, renewal));
}

/** A group that was checked just now, where a coordinator can check it; the limit of its first days can be lifted. */
async function newGroup({ toCheck, coordinator, patiently }: StandingThings): Promise<OrganizationId> {
  const groupId = await toCheck();
  const check = { how: 'visited', note: '' };
  await patiently(
    () => coordinator?.post(`/api/moderation/groups/${groupId}/check`, check) ?? Promise.reject(),
  );
  return groupId;
}

/** Routes about what is new in a group: its own first days, and readers. */
async function newcomers(route: string, things: StandingThings): Promise<Made> {
  const own = things.coordinator !== undefined && route.endsWith('known');
  const groupId = own ? await newGroup(things) : things.referable.groupId;
  const userId = route.endsWith('vouch') ? await things.member() : '';
  const [method = '', path = ''] = route.replace('{groupId}', groupId).replace('{userId}', userId).split(' ');
  return { method, path, body: route.endsWith('known') ? { why: 'visited_since' } : {} };
}

const PAUSE = { reason: 'nobody_to_tell' };

/** Routes about how a group stands: withdrawn and renewed by its lead, paused and resumed by its coordinator. */
export async function standingRequest(route: string, things: StandingThings): Promise<Made> {
  if (route.endsWith('known') || route.endsWith('vouch')) return newcomers(route, things);
  const { groupId } = route.includes('moderation') ? things.referable : things.group;
  const [method = '', path = ''] = route.replace('{groupId}', groupId).split(' ');
  if (method === 'GET') return { method, path };
  await laidOut(route, things);
  if (route.endsWith('renew')) return { method, path, body: renewal };
  return { method, path, body: route.endsWith('pause') ? PAUSE : {} };
}
