import { standingNow, subject } from '#functions/domain/referral/decided.ts';
import { legalActions } from '#functions/domain/referral/lifecycle.ts';
import { type Stand, standOf } from '#functions/domain/referral/relation.ts';
import { mayReveal } from '#functions/domain/referral/reveal.ts';
import { accept, type Result, refuse } from '#functions/domain/result.ts';
import { mayKeepReading } from '#functions/domain/safeguarding/receive.ts';
import { findCapacity } from '#functions/store/capacity.ts';
import { revealsOf, revealVersion } from '#functions/store/history.ts';
import { copyPlace, originalPlace } from '#functions/store/person.ts';
import { findReferral } from '#functions/store/referral.ts';
import type { PersonDetails } from '#shared/model/person.ts';
import type { Referral } from '#shared/model/referral.ts';
import type { Asked } from './change-referral.ts';
import type { SealedDeps } from './deps.ts';
import { revealsFrom } from './reveals-from.ts';
import { withOpened } from './sealing.ts';
import { tellReferral } from './tell.ts';

/**
 * Shows who somebody is: the sender opens the original, the group its copy. The audit event is written
 * first, each time anew, whatever key the request carries; unless it is stored nothing is opened.
 * Refuses with `not_found`, `not_possible_now`, `safeguarding_lapsed` once a group's grace is over, and
 * `reader_is_new` while whoever reads there is held as new.
 */
export async function revealContact(
  deps: SealedDeps,
  { principal, referralId, at }: Omit<Asked, 'mark'>,
): Promise<Result<PersonDetails>> {
  const stored = await findReferral(deps.table, { area: principal.area, id: referralId });
  const stand = stored && standOf(principal, stored.value);
  if (stored === undefined || stand === undefined) return refuse('not_found');
  const referral = stored.value;
  const may = await mayOpen(deps, { referral, stand, at, principal });
  if (!may.ok) return may;
  await audited(deps, { referral, stand, at, userId: principal.userId });
  const place = placeFor(referral, stand);
  const details = (person: PersonDetails) => person;
  const opened =
    (await withOpened(deps, { referral, place, read: 'eventual' }, details)) ??
    (await withOpened(deps, { referral, place }, details));
  return opened === undefined ? refuse('not_found') : accept(opened);
}

/** More looks at one person within a second than both sides could make. */
const SAME_SECOND = 20;

type Opening = { referral: Referral; stand: Stand; at: string };

async function mayOpen(
  deps: SealedDeps,
  { referral, stand, at, principal }: Opening & Pick<Asked, 'principal'>,
): Promise<Result<true>> {
  if (!mayReveal(referral, stand.side)) {
    const legal = legalActions(referral.state, stand.doer);
    return refuse({ code: 'not_possible_now', legal, current: standingNow(referral) });
  }
  if (stand.side === 'sender') return accept(true);
  const from = await revealsFrom(deps, principal, { id: referral.organizationId, now: at });
  if (from !== null) return refuse('reader_is_new');
  const found = await findCapacity(deps.table, { area: referral.area, id: referral.serviceId }, 'eventual');
  return found !== undefined && mayKeepReading(found.value.standing, at)
    ? accept(true)
    : refuse('safeguarding_lapsed');
}

async function audited(
  deps: SealedDeps,
  { referral, stand, at, userId }: Opening & { userId: Asked['principal']['userId'] },
): Promise<void> {
  const data = { ...subject(referral), side: stand.side };
  const first = revealVersion(at);
  // Two looks in one second take the seconds after it: each is written, none in the place of another.
  for (let version = first; version < first + SAME_SECOND; version += 1) {
    const of = { referral, version, aggregate: revealsOf(referral.id) };
    const telling = { userId, at, type: 'contact.revealed' as const, data };
    const written = await deps.table.write(tellReferral(deps, of, telling));
    if (written.ok) return;
  }
  throw new Error('The audit event of a reveal was not stored');
}

const placeFor = ({ area, personId, schemeId, organizationId }: Referral, { side }: Stand) =>
  side === 'sender' ? originalPlace(area, personId, schemeId) : copyPlace(area, personId, organizationId);
