import type { LinkPurpose } from '#functions/domain/links/life.ts';
import type { DemoGroup } from '#test/support/demonstration.ts';
import type { InviteThings } from './invite-requests.ts';
import type { Made } from './made.ts';

/** What a request with a link needs: an activity of a group, links that work, and invitations. */
type LinkThings = {
  group: Pick<DemoGroup, 'serviceId'>;
  link: (purpose: LinkPurpose, to?: { subject: string; holder: string }) => Promise<string>;
  invites: InviteThings;
};

/** Routes of mailed links: what the link is for, and what is asked with it. */
export const LINKED: Record<
  string,
  { purpose: LinkPurpose; make: (token: string, things: LinkThings) => Made }
> = {
  'GET /capacity/{token}': {
    purpose: 'room',
    make: (token) => ({ method: 'GET', path: `/capacity/${token}` }),
  },
  'POST /capacity/{token}': {
    purpose: 'room',
    make: (token, { group }) => ({
      method: 'POST',
      path: `/capacity/${token}`,
      form: { service: group.serviceId, say: 'open' },
    }),
  },
  'GET /outcome/{token}': {
    purpose: 'outcome',
    make: (token) => ({ method: 'GET', path: `/outcome/${token}` }),
  },
  'POST /outcome/{token}': {
    purpose: 'outcome',
    make: (token) => ({ method: 'POST', path: `/outcome/${token}`, form: { outcome: 'came_some' } }),
  },
  'GET /confirm/{token}': {
    purpose: 'confirm',
    make: (token) => ({ method: 'GET', path: `/confirm/${token}` }),
  },
  'GET /invite/{token}': {
    purpose: 'invite',
    make: (token) => ({ method: 'GET', path: `/invite/${token}` }),
  },
  'POST /invite/{token}': {
    purpose: 'invite',
    make: (token) => ({
      method: 'POST',
      path: `/invite/${token}`,
      form: { name: 'Jo Lantern', phone: '0161 496 0123' },
    }),
  },
  'POST /confirm/{token}': {
    purpose: 'confirm',
    make: (token) => ({ method: 'POST', path: `/confirm/${token}`, form: { name: 'Jo Lantern' } }),
  },
};

/** A request with a link that works; one that asks what came of a referral needs one that has started. */
export async function linkRequest(
  route: string,
  things: LinkThings,
  started: () => Promise<{ subject: string; holder: string } | undefined>,
): Promise<Made> {
  const linked = LINKED[route];
  if (linked === undefined) throw new Error(`No request is written for ${route}`);
  const { purpose, make } = linked;
  if (purpose === 'outcome') return make(await things.link(purpose, await started()), things);
  if (purpose !== 'invite') return make(await things.link(purpose), things);
  const subject = await things.invites.made();
  return make(await things.link(purpose, { subject, holder: subject }), things);
}
