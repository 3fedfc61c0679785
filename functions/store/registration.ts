import * as z from 'zod/mini';
import { comparedName } from '#functions/domain/registration/group-name.ts';
import { hashOf } from '#functions/runtime/secrets.ts';
import type { AreaId } from '#shared/model/area.ts';
import type { Instant } from '#shared/model/dates.ts';
import { OrganizationId } from '#shared/model/ids.ts';
import { Registration } from '#shared/model/registration.ts';
import { ttlAfter } from './expiry.ts';
import { listingKeys, portalKeys } from './keys.ts';
import { findOne } from './reading.ts';
import { record } from './record.ts';
import type { Item, Table, Write } from './table.ts';

export const registrationRecord = record('registration', Registration);

/** What nobody confirmed is gone after a week; what went back, after half a year. */
export const REGISTRATION_KEPT_DAYS = {
  mailed: 7,
  confirmed: undefined,
  checked: undefined,
  returned: 180,
} as const;

/** A registration as an item of *portal*; while it waits for a check it stands in its area's list by time. */
export function registrationItem(registration: Registration, version: number, now: Instant): Item {
  const { area, id, state, lead } = registration;
  const days = REGISTRATION_KEPT_DAYS[state];
  return registrationRecord.toItem(portalKeys.registration(area, id), registration, version, {
    ...(state === 'confirmed' && {
      inboxPk: listingKeys.registrationsPk(area),
      inboxSk: lead?.confirmedAt ?? now,
    }),
    ...(days !== undefined && { ttl: ttlAfter(now, days) }),
  });
}

/** The registration of a group, or undefined when the area has none of that id. */
export const findRegistration = (table: Table, at: { area: AreaId; id: OrganizationId }) =>
  findOne(table, portalKeys.registration(at.area, at.id), { reader: registrationRecord });

type Named = { area: AreaId; name: string; outcode: string };
const groupNameRecord = record('group name', z.strictObject({ id: OrganizationId }));
/** What tells one name in one district from another: the same for names people would call the same. */
export const nameKeyOf = ({ name, outcode }: Omit<Named, 'area'>): string =>
  hashOf(`${comparedName(name)}|${outcode}`);
const nameKey = (named: Named) => portalKeys.groupName(named.area, nameKeyOf(named));

/** The group that has this name in this postcode district, or undefined. */
export async function findByName(table: Table, named: Named): Promise<OrganizationId | undefined> {
  const item = await table.get('portal', nameKey(named));
  return item && groupNameRecord.fromItem(item).value.id;
}

/** That a group has this name in this postcode district, as an item of *portal*. */
export const groupNameItem = (named: Named, id: OrganizationId): Item =>
  groupNameRecord.toItem(nameKey(named), { id }, 1);

/** The write that takes a name; fails when another group of that name was quicker. */
export const nameTaken = (named: Named, id: OrganizationId): Write => ({
  kind: 'put',
  table: 'portal',
  item: groupNameItem(named, id),
  expected: 'absent',
});
