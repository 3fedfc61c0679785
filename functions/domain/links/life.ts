import { DAY_LENGTH, later } from '#shared/model/civil-time.ts';
import type { Instant } from '#shared/model/dates.ts';

/** What a link in a mail lets its holder do. `invite` is somebody's first sign-in. */
export const LINK_PURPOSES = ['room', 'confirm', 'invite', 'outcome'] as const;
export type LinkPurpose = (typeof LINK_PURPOSES)[number];

/** How many days a link lives, and whether it may be used again while it does. */
export const LINK_LIVES: Readonly<Record<LinkPurpose, { days: number; use: 'once' | 'again' }>> = {
  room: { days: 30, use: 'again' },
  confirm: { days: 1, use: 'once' },
  invite: { days: 2, use: 'once' },
  outcome: { days: 28, use: 'once' },
};

/** When a link made now ends. */
export const linkEnds = (purpose: LinkPurpose, now: Instant): Instant =>
  later(now, LINK_LIVES[purpose].days * DAY_LENGTH);

/** What is known of a link and of the newest one for the same thing and person. */
export type LinkFacts = {
  hash: string;
  purpose: LinkPurpose;
  endsAt: Instant;
  newest: { hash: string; usedAt: Instant | null } | undefined;
};
export type LinkLife = 'live' | 'used' | 'replaced' | 'expired';

/** Whether a link still works: until its time is up, a newer one is made, or (where it works once) it was used. */
export function lifeOf({ hash, purpose, endsAt, newest }: LinkFacts, now: Instant): LinkLife {
  if (newest !== undefined && newest.hash !== hash) return 'replaced';
  if (LINK_LIVES[purpose].use === 'once' && newest?.usedAt != null) return 'used';
  return newest === undefined || endsAt <= now ? 'expired' : 'live';
}
