import { asCompared } from '#functions/domain/email-address.ts';
import { KEY_REUSED, type RequestMark } from '#functions/domain/referral/requests.ts';
import { accept, type Result, refuse } from '#functions/domain/result.ts';
import { findRegistration, registrationItem } from '#functions/store/registration.ts';
import type { RegistrationRequest } from '#shared/api/registrations.ts';
import type { AreaId } from '#shared/model/area.ts';
import type { Instant } from '#shared/model/dates.ts';
import { OrganizationId } from '#shared/model/ids.ts';
import { Registration } from '#shared/model/registration.ts';
import type { Deps } from './deps.ts';
import { madeBy } from './mark.ts';
import { tell } from './tell.ts';

export type Registering = {
  request: RegistrationRequest;
  place: { area: AreaId; outcode: string };
  key: string;
  mark: RequestMark;
  at: Instant;
};

/**
 * Takes in a group that asks to be listed. Nothing can be found or signed in to until the link in the
 * mail is used. The same request again does nothing. Refuses with `key_reused`.
 */
export async function registerGroup(deps: Deps, registering: Registering): Promise<Result<OrganizationId>> {
  const { request, place, key, mark, at } = registering;
  const { area } = place;
  const named = { tenant: 'public', user: 'public' as const, route: 'registration.create', key };
  const id = OrganizationId.parse(deps.ids.created(named));
  const { name, happens, when, email } = request;
  const answers = { name, happens, when, email: asCompared(email), outcode: place.outcode };
  const none = { lead: null, twin: null, checked: null, returned: null };
  const registration = Registration.parse({
    ...{ id, area, state: 'mailed', at, made: madeBy(mark) },
    ...answers,
    ...none,
  });
  const written = await deps.table.transact([
    { kind: 'put', table: 'portal', item: registrationItem(registration, 1, at), expected: 'absent' },
    tell(
      deps,
      { area, tenant: id, aggregate: `registration#${id}`, version: 1 },
      { userId: 'public', at, type: 'organization.registered', data: { organizationId: id } },
    ),
  ]);
  if (written.ok) return accept(id);
  const before = await findRegistration(deps.table, { area, id });
  return before?.value.made === madeBy(mark) ? accept(id) : refuse(KEY_REUSED);
}
