import { asCompared } from '#functions/domain/email-address.ts';
import { isSameRole } from '#functions/domain/membership.ts';
import { accept, type Result, refuse } from '#functions/domain/result.ts';
import type { Instant } from '#shared/model/dates.ts';
import type { Invite } from '#shared/model/invite.ts';
import type { Membership } from '#shared/model/roles.ts';

/** How many invitations to one group, team or area may wait at once. */
export const MOST_WAITING = 20;
/** How many links one invitation may be sent; after that it is taken back and made anew. */
export const MOST_LINKS = 5;
/** Whoever has accepted signs in within this many days, else they are invited again. */
export const SIGN_IN_DAYS = 30;
const A_MINUTE = 60_000;

const sameAddress = (a: string, b: string) => asCompared(a) === asCompared(b);

/** Whether an invitation still lets somebody in. */
export const isOpen = ({ state, endsAt }: Invite, now: Instant): boolean =>
  state === 'waiting' && endsAt > now;

/** What an invitation is judged beside: those that wait for the same group, team or area, and who is there. */
export type Beside = {
  waiting: readonly Invite[];
  members: readonly { email: string; active: boolean; memberships: readonly Membership[] }[];
};

/**
 * Whether one more invitation makes sense. Refuses `already_member` when somebody with that address has
 * the role there, whatever they are elsewhere, `already_invited` when one to that address and role still works, `too_many_invites` when
 * `MOST_WAITING` wait.
 */
export function inviteMore(
  asked: { email: string; membership: Membership },
  { waiting, members }: Beside,
  now: Instant,
): Result<undefined> {
  const { role } = asked.membership;
  const holds = members.some(
    ({ email, active, memberships }) =>
      active &&
      sameAddress(email, asked.email) &&
      memberships.some((held) => isSameRole(held, asked.membership)),
  );
  if (holds) return refuse('already_member');
  const open = waiting.filter((invite) => isOpen(invite, now));
  const asks = open.some(
    ({ email, membership }) => membership.role === role && sameAddress(email, asked.email),
  );
  if (asks) return refuse('already_invited');
  return open.length < MOST_WAITING ? accept(undefined) : refuse('too_many_invites');
}

/**
 * Another link for the same invitation; the one before works no longer. Asking twice within a minute is
 * asking once. Refuses `not_possible_now` when it was accepted or taken back, and `too_many_invites`
 * after `MOST_LINKS` links.
 */
export function sendAgain(
  invite: Invite,
  { now, endsAt }: { now: Instant; endsAt: Instant },
): Result<Invite> {
  if (invite.state !== 'waiting') return refuse('not_possible_now');
  if (Date.parse(now) - Date.parse(invite.sentAt) < A_MINUTE) return accept(invite);
  if (invite.sent >= MOST_LINKS) return refuse('too_many_invites');
  return accept({ ...invite, sent: invite.sent + 1, sentAt: now, endsAt });
}
