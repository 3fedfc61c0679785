import { placeFor } from '#functions/domain/capacity/hold.ts';
import type { Doer } from '#functions/domain/referral/lifecycle.ts';
import { mayOffer } from '#functions/domain/referral/offers.ts';
import { KEY_REUSED, type RequestMark } from '#functions/domain/referral/requests.ts';
import { type Sent, sendReferral } from '#functions/domain/referral/send.ts';
import { accept, type Result, refuse } from '#functions/domain/result.ts';
import { mayReceive } from '#functions/domain/safeguarding/receive.ts';
import { placesChange, type ServiceCapacity, standingCheck } from '#functions/store/capacity.ts';
import { offerCounted } from '#functions/store/offers.ts';
import { sameReferral, sameWrite } from '#functions/store/person.ts';
import type { Freshness } from '#functions/store/reading.ts';
import { findReferral, referenceItem, referralItem } from '#functions/store/referral.ts';
import type { Conflict, Write } from '#functions/store/table.ts';
import { together } from '#functions/store/together.ts';
import type { RefusalCode } from '#shared/api/problem.ts';
import type { ReferralRequest } from '#shared/api/referrals.ts';
import type { Instant } from '#shared/model/dates.ts';
import { ReferralId, type SchemeId } from '#shared/model/ids.ts';
import type { Reference } from '#shared/model/reference.ts';
import { TERMINAL_STATES } from '#shared/model/referral-state.ts';
import type { Principal } from '#shared/model/roles.ts';
import type { SealedDeps } from './deps.ts';
import { countedAtFirst } from './first-days.ts';
import { loadEnds, schemeOf } from './load-ends.ts';
import { madeBy } from './mark.ts';
import { settingsFor } from './open-area.ts';
import { type Sealed, sealPerson } from './seal-person.ts';
import { tellReferral } from './tell.ts';

export type Created = { id: ReferralId; reference: Reference };
export type Creating = {
  principal: Principal;
  request: ReferralRequest;
  key: string;
  mark: RequestMark;
  at: Instant;
  /** The route asked, where it is not the usual one: the same key on another route makes another referral. */
  route?: string;
  /** The referral this one is sent instead of, and what is written there in the same transaction. */
  instead?: { of: ReferralId; beside: (id: ReferralId) => Write[] };
};
type Making = Creating & { id: ReferralId; schemeId: SchemeId };
type Named = Pick<Creating, 'principal' | 'key' | 'mark' | 'route'>;

const ATTEMPTS = 3;

/**
 * Sends a referral in one transaction: the referral with its reference, the sealed original with its
 * wrapped key, the mark that this person has one under way here, the held place, the count of what waits
 * for the group's answer, and the event. The
 * key service is asked before it. The same request again answers as before and does nothing.
 * Refuses with what the rules refuse, `not_found`, `live_referral_exists`, `key_reused`, and
 * `changed_meanwhile` when the group kept changing what it says.
 */
export async function createReferral(deps: SealedDeps, creating: Creating): Promise<Result<Created>> {
  const schemeId = schemeOf(creating.principal);
  if (schemeId === undefined) return refuse('not_found');
  const outcome = await tryToCreate(deps, { ...creating, schemeId, id: idFor(deps, creating, schemeId) });
  // Whatever stands in the way may be this very request, come before.
  return outcome.ok ? outcome : ((await madeBefore(deps, creating)) ?? outcome);
}

const idFor = ({ ids }: SealedDeps, { principal, key, route = 'referral.create' }: Named, tenant: SchemeId) =>
  ReferralId.parse(ids.created({ tenant, user: principal.userId, route, key }));

/** Refusals that a reading which is a moment old may bring about. */
const MAY_BE_STALE: readonly RefusalCode[] = [
  'not_found',
  'not_referable',
  'safeguarding_lapsed',
  'no_room',
  'area_not_live',
  'group_is_new',
  'offers_waiting',
];

/** First on a reading that may be a moment old, at half the cost; then, where that mattered, on fresh ones. */
async function tryToCreate(deps: SealedDeps, making: Making): Promise<Result<Created>> {
  const first = await once(deps, making, 'eventual');
  if (first !== 'raced' && (first.ok || !MAY_BE_STALE.includes(first.refusal.code))) return first;
  for (let attempt = 1; attempt < ATTEMPTS; attempt += 1) {
    const again = await once(deps, making, undefined);
    if (again !== 'raced') return again;
  }
  return refuse('changed_meanwhile');
}

/** The answer to a request that was carried out before, or undefined when it was not. */
export async function madeBefore(deps: SealedDeps, named: Named): Promise<Result<Created> | undefined> {
  const { principal, mark } = named;
  const schemeId = schemeOf(principal);
  if (schemeId === undefined) return undefined;
  const id = idFor(deps, named, schemeId);
  const stored = await findReferral(deps.table, { area: principal.area, id });
  if (stored === undefined) return undefined;
  if (stored.requests.made !== madeBy(mark)) return refuse(KEY_REUSED);
  return accept({ id, reference: stored.value.reference });
}

async function once(deps: SealedDeps, making: Making, read: Freshness): Promise<Result<Created> | 'raced'> {
  const { principal, request, at, schemeId, id } = making;
  const { area } = principal;
  const ends = await loadEnds(deps, { area, serviceId: request.serviceId, schemeId }, read);
  if (!ends.ok) return ends;
  const { relied, offers, ...both } = ends.value;
  const { nation, goneLive } = await settingsFor(deps, area, read);
  if (goneLive === null) return refuse('area_not_live');
  const receives = mayReceive(relied.standing, at, nation);
  if (!receives.ok) return receives;
  const place = placeFor(relied.capacity, at);
  if (!place.ok) return place;
  const offering = mayOffer(offers);
  if (!offering.ok) return offering;
  const counted = await countedAtFirst(deps, { organization: both.organization, at, read, id });
  if (!counted.ok) return counted;
  const made = { id, personId: deps.ids.person(), reference: deps.ids.reference() };
  const acting = { userId: principal.userId, name: principal.name, doer: doerOf(principal), at, nation };
  const holdsPlace = place.value === 'hold';
  const senderPhone = principal.phone ?? '';
  const previous = making.instead?.of;
  const sent = sendReferral(request, { ...both, ...made, senderPhone, holdsPlace, previous }, acting);
  if (!sent.ok) return sent;
  const sealed = await sealPerson(deps, { referral: sent.value.referral, person: request.person });
  return await commit(deps, making, { sent: sent.value, sealed, relied, counted: counted.value });
}

const doerOf = ({ memberships }: Principal): Doer =>
  memberships.some(({ role }) => role === 'lw_manager') ? 'lw_manager' : 'link_worker';

type Ready = { sent: Sent; sealed: Sealed; relied: ServiceCapacity; counted: readonly Write[] };

/** Writes it all or nothing; tries once more where the person's earlier referral here has closed. */
async function commit(deps: SealedDeps, making: Making, ready: Ready): Promise<Result<Created> | 'raced'> {
  const { id, reference } = ready.sent.referral;
  const writes = writesOf(deps, making, ready);
  const { same } = ready.sealed;
  const first = await deps.table.transact(same ? [...writes, sameWrite(same, id)] : writes);
  if (first.ok) return accept({ id, reference });
  const earlier = same && metBy(first.conflicts, writes.length);
  if (same === undefined || earlier === undefined) return 'raced';
  if (await isUnderWay(deps, making, earlier)) {
    return refuse({ code: 'live_referral_exists', referralId: earlier });
  }
  const second = await deps.table.transact([...writes, sameWrite(same, id, earlier)]);
  return second.ok ? accept({ id, reference }) : 'raced';
}

const metBy = (conflicts: readonly Conflict[], index: number): ReferralId | undefined => {
  const met = conflicts.find((conflict) => conflict.index === index);
  return met && sameReferral(met);
};

async function isUnderWay({ table }: SealedDeps, { principal }: Making, id: ReferralId): Promise<boolean> {
  const earlier = await findReferral(table, { area: principal.area, id });
  return earlier !== undefined && !TERMINAL_STATES.has(earlier.value.state);
}

function writesOf(
  deps: SealedDeps,
  { mark, at, principal, instead }: Making,
  { sent, sealed, relied, counted }: Ready,
): Write[] {
  const { referral, event } = sent;
  const requests = { made: madeBy(mark), moved: [] };
  const item = referralItem({ value: referral, version: 1, requests });
  const { area, holdsPlace, schemeId, countedBeside = referral.serviceId } = referral;
  return together([
    { kind: 'put', table: 'portal', item, expected: 'absent' },
    { kind: 'put', table: 'portal', item: referenceItem(referral), expected: 'absent' },
    holdsPlace ? placesChange(area, relied, -1) : standingCheck(area, relied),
    tellReferral(deps, { referral, version: 1 }, { userId: principal.userId, at, ...event }),
    ...sealed.writes,
    ...counted,
    ...(instead?.beside(referral.id) ?? []),
    offerCounted({ area, schemeId, countedBeside }),
  ]);
}
