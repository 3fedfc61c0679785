import type * as z from 'zod/mini';
import type { referralEvents } from '#shared/events/referral.ts';
import type { Instant } from '#shared/model/dates.ts';
import type { UserId } from '#shared/model/ids.ts';
import type { Referral } from '#shared/model/referral.ts';
import type { ReferralAction } from '#shared/model/referral-state.ts';
import type { Nation } from '#shared/model/working-days.ts';
import { accept, type Result, refuse } from '../result.ts';
import { type Doer, legalActions, moveFor } from './lifecycle.ts';

type Events = typeof referralEvents;
/** What a decision tells: one event of the catalogue, its type with its data. */
export type Telling = { [T in keyof Events]: { type: T; data: z.infer<Events[T]> } }[keyof Events];

/** What a rule decides: the referral as it will stand, the one event, and what becomes of a place held. */
export type Decided = { next: Referral; event: Telling; place: 'keep' | 'release' };

/** Who acts, when, and in what role; the bank holidays that count are those of the area's nation. */
export type Acting = { userId: UserId | 'system'; name: string; doer: Doer; at: Instant; nation: Nation };

/** What every event of a referral carries. */
export const subject = ({ id, organizationId, serviceId }: Referral) => ({
  referralId: id,
  organizationId,
  serviceId,
});

/** Who acted and when, as the referral keeps it. */
export const act = ({ userId, name, at }: Acting) => ({ at, by: userId, byName: name });

/** The last thing somebody did that moved the referral to where it stands. */
function lastAct(referral: Referral): { by: string; at: Instant } {
  const { accepted, declined, started, notStarted, completed, withdrawn, sender, sentAt } = referral;
  const { expired, newOwner, handedBack, waiting } = referral;
  if (expired !== undefined) return { by: '', at: expired.at };
  const ended = withdrawn ?? newOwner ?? completed ?? notStarted ?? declined;
  const last =
    ended ?? (referral.state === 'handed_back' ? handedBack : null) ?? started ?? accepted ?? waiting ?? null;
  return last === null ? { by: sender.name, at: sentAt } : { by: last.byName, at: last.at };
}

/** Where a referral stands, who brought it there and when: told to the one who comes too late. */
export const standingNow = (referral: Referral) => ({ state: referral.state, ...lastAct(referral) });

/** A referral moved to where the table says; `not_possible_now` with the legal moves when it has no such line. */
export function move(
  referral: Referral,
  action: ReferralAction,
  { doer }: Pick<Acting, 'doer'>,
): Result<Referral> {
  const found = moveFor(referral.state, action, doer);
  if (found !== undefined) return accept({ ...referral, state: found.to });
  return refuse({
    code: 'not_possible_now',
    legal: legalActions(referral.state, doer),
    current: standingNow(referral),
  });
}

/** One answer that needs another look. */
export const invalid = (id: string, text: string) => refuse({ code: 'invalid', fields: [{ id, text }] });
