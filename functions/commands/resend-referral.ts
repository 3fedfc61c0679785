import type { Acting } from '#functions/domain/referral/decided.ts';
import { standOf } from '#functions/domain/referral/relation.ts';
import type { RequestMark } from '#functions/domain/referral/requests.ts';
import { leftBehind, mayResend, resendRequest } from '#functions/domain/referral/resend.ts';
import { accept, type Result, refuse } from '#functions/domain/result.ts';
import { offerEnded } from '#functions/store/offers.ts';
import { originalPlace } from '#functions/store/person.ts';
import { findReferral, referralItem, type StoredReferral } from '#functions/store/referral.ts';
import type { Write } from '#functions/store/table.ts';
import type { Instant } from '#shared/model/dates.ts';
import type { ReferralId, ServiceId } from '#shared/model/ids.ts';
import type { PersonDetails } from '#shared/model/person.ts';
import type { Agreement } from '#shared/model/referral.ts';
import type { Principal } from '#shared/model/roles.ts';
import { type Created, createReferral, madeBefore } from './create-referral.ts';
import type { SealedDeps } from './deps.ts';
import { placeReturned } from './places.ts';
import { withOpened } from './sealing.ts';
import { tellReferral } from './tell.ts';

export type Resend = {
  principal: Principal;
  referralId: ReferralId;
  given: { serviceId: ServiceId; how: Agreement['how'] };
  wordingVersion: string;
  key: string;
  mark: RequestMark;
  at: Instant;
};

const ROUTE = 'referral.resend';

type Before = { stored: StoredReferral; acting: Acting };

/**
 * What is written to the old referral in the transaction that makes the new one: it points there. One that
 * still lived is taken back, with its own event and its place: the group is told.
 */
async function leaving(
  deps: SealedDeps,
  { stored, acting }: Before,
): Promise<Result<(id: ReferralId) => Write[]>> {
  const { value, version, requests } = stored;
  const left = leftBehind(value, acting);
  if (!left.ok) return left;
  const decided = left.value;
  const place = decided
    ? await placeReturned(deps, { referral: value, read: undefined, acting }, decided)
    : [];
  const next = version + 1;
  return accept((resentAs) => {
    const referral = { ...(decided?.next ?? value), resentAs };
    const item = referralItem({ value: referral, version: next, requests });
    return [
      { kind: 'put', table: 'portal', item, expected: { version } },
      ...(decided ? [tellReferral(deps, { referral, version: next }, { ...acting, ...decided.event })] : []),
      ...place,
      ...(decided ? offerEnded(value, decided.next) : []),
    ];
  });
}

/**
 * Sends the person of a declined or expired referral, or of one that a group leaves waiting, to another
 * activity: a new referral, under a new id and key of the person, from the team's own sealed original, which
 * nobody gets to see. Refuses with what sending refuses, `not_found`, `not_possible_now` when it was sent
 * elsewhere before, was put aside, or may still be answered, and `details_gone` when nobody can be opened
 * any more.
 */
export async function resendReferral(deps: SealedDeps, resend: Resend): Promise<Result<Created>> {
  const { principal, referralId, given, wordingVersion, key, mark, at } = resend;
  const stored = await findReferral(deps.table, { area: principal.area, id: referralId });
  const stand = stored && standOf(principal, stored.value, ['sender']);
  if (stored === undefined || stand === undefined) return refuse('not_found');
  const before = stored.value;
  const asked = { principal, key, mark, at, route: ROUTE };
  const may = mayResend(before, given.serviceId, at);
  if (!may.ok) return (await madeBefore(deps, asked)) ?? may;
  const { nation } = await deps.areas(before.area);
  const acting = { userId: principal.userId, name: principal.name, doer: stand.doer, at, nation };
  const left = await leaving(deps, { stored, acting });
  if (!left.ok) return left;
  const place = originalPlace(before.area, before.personId, before.schemeId);
  const person = await withOpened(deps, { referral: before, place }, (opened: PersonDetails) => opened);
  if (person === undefined) return refuse('details_gone');
  const request = resendRequest(before, { ...given, wordingVersion, person }, { at });
  return createReferral(deps, { ...asked, request, instead: { of: referralId, beside: left.value } });
}
