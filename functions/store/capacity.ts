import * as z from 'zod/mini';
import type { AreaId } from '#shared/model/area.ts';
import { Capacity } from '#shared/model/capacity.ts';
import { OrganizationId, type SchemeId, ServiceId } from '#shared/model/ids.ts';
import { OrganizationStatus } from '#shared/model/organization.ts';
import { SafeguardingStanding } from '#shared/model/safeguarding.ts';
import { portalKeys } from './keys.ts';
import { marksBeside, marksOf } from './marks.ts';
import { offersOf } from './offers.ts';
import { type Freshness, findMany, type Rows } from './reading.ts';
import { record, type Stored } from './record.ts';
import type { Item, Key, Table, Value, Write } from './table.ts';

/**
 * Whether an activity may be sent anybody, as its group and its listing stand: a copy of what
 * organization and service say, kept beside the room so that a sender's transaction has one item to
 * check. Whatever changes the standing writes it here in the same transaction.
 */
export const Standing = z.strictObject({
  organization: OrganizationStatus,
  safeguarding: SafeguardingStanding,
  service: z.enum(['active', 'temporarily_closed', 'closed']),
});
export type Standing = z.infer<typeof Standing>;

const Body = z.strictObject({
  serviceId: ServiceId,
  organizationId: OrganizationId,
  standing: Standing,
  /** What was last said, without the number, which holds change in place; null when nothing ever was. */
  said: z.nullable(z.omit(Capacity, { places: true })),
});

/** Room and standing of one activity: what a sender relies on. */
export type ServiceCapacity = {
  serviceId: ServiceId;
  organizationId: OrganizationId;
  standing: Standing;
  capacity: Capacity | null;
};

export const capacityRecord = record('capacity', Body);

/** Everything a sender relied on but the number, in one attribute that a condition can compare: it differs after every statement. */
export function gateOf({ standing, capacity }: Pick<ServiceCapacity, 'standing' | 'capacity'>): string {
  const { status, tier, validUntil } = standing.safeguarding;
  return [
    standing.organization,
    standing.service,
    status,
    tier,
    validUntil ?? '-',
    capacity?.state ?? '-',
    capacity?.asOf ?? '-',
  ].join('|');
}

function bodyOf({ serviceId, organizationId, standing, capacity }: ServiceCapacity): z.infer<typeof Body> {
  if (capacity === null) return { serviceId, organizationId, standing, said: null };
  const { places: _places, ...said } = capacity;
  return { serviceId, organizationId, standing, said };
}

const besideOf = (value: ServiceCapacity): Record<string, Value> => ({
  gate: gateOf(value),
  places: value.capacity?.places ?? null,
});

/** Room and standing as an item of *portal*; `version` counts statements, never holds. */
export const capacityItem = (area: AreaId, value: ServiceCapacity, version = 1): Item =>
  capacityRecord.toItem(portalKeys.capacity(area, value.serviceId), bodyOf(value), version, besideOf(value));

/** Room and standing with the requests that changed them, as short hashes. */
export type StoredCapacity = Stored<ServiceCapacity> & {
  marks: readonly string[];
  /** How many referrals of a team wait for the group's answer, where this item counts them. */
  offers: (scheme: SchemeId) => number;
};

/** Reads an item back, the number from beside the body. */
function fromItem(item: Item): StoredCapacity {
  const { value, version } = capacityRecord.fromItem(item);
  const { said, ...rest } = value;
  const places = typeof item['places'] === 'number' ? item['places'] : null;
  return {
    value: { ...rest, capacity: said === null ? null : { ...said, places } },
    version,
    marks: marksOf(item),
    offers: (scheme) => offersOf(item, scheme),
  };
}

/**
 * Replaces what is said or how the activity stands, in place, so that a hold made meanwhile is not lost
 * unless the number is said anew. `marks` are the requests remembered from here on.
 */
export function capacityChange(
  area: AreaId,
  before: StoredCapacity,
  next: ServiceCapacity & { marks?: readonly string[] },
): Write {
  const restated = next.capacity !== before.value.capacity;
  const { places, gate } = besideOf(next);
  return {
    kind: 'add',
    table: 'portal',
    key: portalKeys.capacity(area, next.serviceId),
    add: { version: 1 },
    set: {
      body: JSON.stringify(bodyOf(next)),
      schema: capacityRecord.shape,
      gate: gate ?? null,
      ...marksBeside(next.marks ?? before.marks),
      ...(restated ? { places: places ?? null } : {}),
    },
    expected: { version: before.version },
  };
}

/** Takes a place (-1) or gives one back (+1), never below zero, only while all else is as it was read. */
export function placesChange(area: AreaId, read: ServiceCapacity, by: 1 | -1): Write {
  return {
    kind: 'add',
    table: 'portal',
    key: portalKeys.capacity(area, read.serviceId),
    add: { places: by },
    bound: { attribute: 'places', atLeast: by === 1 ? 1 : 0 },
    expected: { attribute: 'gate', equals: gateOf(read) },
  };
}

/**
 * What a group said of its room counts no longer; a place is given back in place where one was held, so
 * that a hold made meanwhile is not lost.
 */
export function silenceChange(
  area: AreaId,
  before: StoredCapacity,
  given: { capacity: Capacity; back: boolean },
): Write {
  const next = { ...before.value, capacity: given.capacity };
  return {
    kind: 'add',
    table: 'portal',
    key: portalKeys.capacity(area, next.serviceId),
    add: given.back ? { version: 1, places: 1 } : { version: 1 },
    set: { body: JSON.stringify(bodyOf(next)), schema: capacityRecord.shape },
    expected: { version: before.version },
  };
}

/** Changes nothing: fails when anything a sender relied on has changed since it was read. */
export function standingCheck(area: AreaId, read: ServiceCapacity): Write {
  return {
    kind: 'check',
    table: 'portal',
    key: portalKeys.capacity(area, read.serviceId),
    expected: { attribute: 'gate', equals: gateOf(read) },
  };
}

const reader = { kind: capacityRecord.kind, fromItem };

/** Room and standing of one activity, or undefined when the area has none of that id. */
export async function findCapacity(
  table: Table,
  at: { area: AreaId; id: ServiceId },
  read?: Freshness,
): Promise<StoredCapacity | undefined> {
  const item = await table.get('portal', portalKeys.capacity(at.area, at.id), read);
  return item === undefined ? undefined : fromItem(item);
}

/** Room and standing of several activities, at most 100. */
export function listCapacities(
  table: Table,
  area: AreaId,
  ids: readonly ServiceId[],
): Promise<Rows<ServiceCapacity>> {
  const keys: Key[] = ids.map((id) => portalKeys.capacity(area, id));
  return findMany(table, keys, { reader });
}
