import { randomUUID } from 'node:crypto';
import type { InviteId, SchemeId, UserId } from '#shared/model/ids.ts';
import type { Made } from './made.ts';

/** A team, an invitation to it that waits, and somebody new in it who has nothing to do yet. */
export type InviteThings = {
  schemeId: SchemeId;
  made: () => Promise<InviteId>;
  somebody: () => Promise<UserId>;
};

export const isAboutPeople = (route: string): boolean => /\/api\/(invites|people|schemes)/.test(route);

/** Looking after who may sign in: inviting, teams, closing an account. */
export async function peopleRequest(route: string, things: InviteThings): Promise<Made> {
  if (route.includes('/api/invites')) return inviteRequest(route, things);
  if (route === 'GET /api/people') return { method: 'GET', path: '/api/people' };
  if (route === 'POST /api/schemes')
    return { method: 'POST', path: '/api/schemes', body: { name: `Team ${randomUUID().slice(0, 6)}` } };
  return { method: 'POST', path: `/api/people/${await things.somebody()}/close`, body: { to: null } };
}

/** Asking somebody to join a team, sending the link again, and taking it back. */
async function inviteRequest(route: string, { schemeId, made }: InviteThings): Promise<Made> {
  if (!route.includes('{inviteId}')) {
    const email = `worker-${randomUUID().slice(0, 8)}@team.example`;
    const body = { email, membership: { role: 'link_worker', schemeId } };
    return { method: 'POST', path: '/api/invites', body };
  }
  return { method: 'POST', path: route.replace('POST ', '').replace('{inviteId}', await made()), body: {} };
}
