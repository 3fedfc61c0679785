import { randomUUID } from 'node:crypto';
import type { InviteId, SchemeId } from '#shared/model/ids.ts';
import type { Made } from './made.ts';

/** A team, and an invitation to it that waits. */
export type InviteThings = { schemeId: SchemeId; made: () => Promise<InviteId> };

/** Asking somebody to join a team, sending the link again, and taking it back. */
export async function inviteRequest(route: string, { schemeId, made }: InviteThings): Promise<Made> {
  if (!route.includes('{inviteId}')) {
    const email = `worker-${randomUUID().slice(0, 8)}@team.example`;
    const body = { email, membership: { role: 'link_worker', schemeId } };
    return { method: 'POST', path: '/api/invites', body };
  }
  return { method: 'POST', path: route.replace('POST ', '').replace('{inviteId}', await made()), body: {} };
}
