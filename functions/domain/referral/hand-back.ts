import { addDays, dayOf } from '#shared/model/civil-time.ts';
import type { Day } from '#shared/model/dates.ts';
import type { Referral } from '#shared/model/referral.ts';
import type { Called, HandBackKind, OwnerTold, PersonAware } from '#shared/model/referral-care.ts';
import { closeOf } from '#shared/model/working-days.ts';
import { accept, type Result, refuse } from '../result.ts';
import { type Acting, act, type Decided, invalid, move, standingNow, subject } from './decided.ts';
import { legalActions } from './lifecycle.ts';
import { dueAt } from './timers.ts';

export type HandingBack = {
  immediateDanger: boolean;
  called: Called | null;
  kind: HandBackKind;
  personAware: PersonAware;
  note: string | null;
};
export type NewOwner = { who: string; organization: string; how: OwnerTold; on: Day; accepted: boolean };

/**
 * Either side says that it is more than the group can safely support. In danger somebody rings first and
 * says whom. A place stays as it is until it closes. Refuses with `not_possible_now` or `invalid`.
 */
export function handBack(referral: Referral, given: HandingBack, acting: Acting): Result<Decided> {
  const moved = move(referral, 'hand_back', acting);
  if (!moved.ok) return moved;
  const { immediateDanger, kind, personAware } = given;
  if (immediateDanger && given.called === null)
    return invalid('called', 'Ring first, then choose who was called');
  const called = immediateDanger ? given.called : null;
  const note = given.note === '' ? null : given.note;
  const handedBack = {
    ...act(acting),
    from: referral.state,
    kind,
    immediateDanger,
    called,
    personAware,
    note,
  };
  const next = { ...moved.value, handedBack };
  return accept({
    next: { ...next, dueAt: dueAt(next, acting.at, acting.nation) },
    event: { type: 'referral.handed_back', data: { ...subject(referral), immediateDanger } },
    place: 'keep',
  });
}

/** The sending team records who has taken over: only then does it close. Refuses with `not_possible_now` or `invalid`. */
export function recordNewOwner(referral: Referral, given: NewOwner, acting: Acting): Result<Decided> {
  const moved = move(referral, 'record_new_owner', acting);
  if (!moved.ok) return moved;
  const today = dayOf(acting.at);
  if (given.on > today || given.on < dayOf(referral.handedBack?.at ?? referral.sentAt))
    return invalid('on', 'Enter the day you told them: from the day it was handed back to today');
  return accept({
    next: { ...moved.value, holdsPlace: false, dueAt: null, newOwner: { ...act(acting), ...given } },
    event: { type: 'referral.owner_recorded', data: { ...subject(referral), accepted: given.accepted } },
    place: referral.holdsPlace ? 'release' : 'keep',
  });
}

/** Whether a side may say that it is in scope after all: the group had said yes, and this side has not said so yet. */
export const mayReturn = ({ accepted, handedBack }: Referral, side: 'sender' | 'reader'): boolean =>
  accepted !== null && handedBack !== undefined && handedBack.returning?.side !== side;

/**
 * Both sides agree that it is in scope after all: the first waits for the second, then it stands where
 * the group had said yes. Refuses with `not_possible_now`, also where the group never said yes: then the
 * link worker sends it anew.
 */
export function returnToGroup(referral: Referral, given: { note: string }, acting: Acting): Result<Decided> {
  const moved = move(referral, 'return_to_group', acting);
  if (!moved.ok) return moved;
  const side = acting.doer === 'group_reader' ? 'reader' : 'sender';
  const { handedBack, accepted } = referral;
  if (!mayReturn(referral, side) || handedBack === undefined || accepted === null) {
    const legal = legalActions(referral.state, acting.doer).filter((one) => one !== 'return_to_group');
    return refuse({ code: 'not_possible_now', legal, current: standingNow(referral) });
  }
  const both = handedBack.returning !== undefined;
  const event = { type: 'referral.returned' as const, data: { ...subject(referral), both } };
  if (!both) {
    const returning = { ...act(acting), side, note: given.note } as const;
    return accept({ next: { ...referral, handedBack: { ...handedBack, returning } }, event, place: 'keep' });
  }
  const { handedBack: _closed, ...rest } = moved.value;
  const contactBy = addDays(dayOf(acting.at), 7);
  const agreed = { ...accepted, at: acting.at, contactBy };
  return accept({ next: { ...rest, accepted: agreed, dueAt: closeOf(contactBy) }, event, place: 'keep' });
}
