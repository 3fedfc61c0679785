import { standOf } from '#functions/domain/referral/relation.ts';
import type { RequestMark } from '#functions/domain/referral/requests.ts';
import { mayResend, resendRequest } from '#functions/domain/referral/resend.ts';
import { type Result, refuse } from '#functions/domain/result.ts';
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
import { withOpened } from './sealing.ts';

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

/** The old referral, pointing at the new one: both are written together or not at all. */
const pointed = ({ value, version, requests }: StoredReferral, resentAs: ReferralId): Write => ({
  kind: 'put',
  table: 'portal',
  item: referralItem({ value: { ...value, resentAs }, version: version + 1, requests }),
  expected: { version },
});

/**
 * Sends the person of a declined or expired referral to another group: a new referral, under a new id
 * and key of the person, from the team's own sealed original, which nobody gets to see. The one event
 * names both. Refuses with what sending refuses, `not_found`, and `not_possible_now` when it was sent
 * elsewhere before, was put aside, or nobody can be opened any more.
 */
export async function resendReferral(deps: SealedDeps, resend: Resend): Promise<Result<Created>> {
  const { principal, referralId, given, wordingVersion, key, mark, at } = resend;
  const stored = await findReferral(deps.table, { area: principal.area, id: referralId });
  const stand = stored && standOf(principal, stored.value, ['sender']);
  if (stored === undefined || stand === undefined) return refuse('not_found');
  const before = stored.value;
  const asked = { principal, key, mark, at, route: ROUTE };
  const may = mayResend(before);
  if (!may.ok) return (await madeBefore(deps, asked)) ?? may;
  const place = originalPlace(before.area, before.personId, before.schemeId);
  const person = await withOpened(deps, { referral: before, place }, (opened: PersonDetails) => opened);
  if (person === undefined) return refuse({ code: 'not_possible_now', legal: [] });
  const request = resendRequest(before, { ...given, wordingVersion, person }, { at });
  return createReferral(deps, {
    ...asked,
    request,
    instead: { of: referralId, beside: (id) => [pointed(stored, id)] },
  });
}
