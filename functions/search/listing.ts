import type { Instant } from '#shared/model/dates.ts';
import type { OrganizationId, ServiceId } from '#shared/model/ids.ts';
import { ActivityKind, Need } from '#shared/model/need.ts';
import type { Schedule } from '#shared/model/service.ts';
import type { RoomClass } from './room-class.ts';

/**
 * What search knows of one activity: public facts only. `room` is a hint to rank by; what is shown is
 * read live. `words` are stems, each with a space before it, for matching from the start of a word.
 */
export type Listing = {
  serviceId: ServiceId;
  organizationId: OrganizationId;
  serviceName: string;
  organizationName: string;
  kind: ActivityKind;
  needs: readonly Need[];
  latitude: number;
  longitude: number;
  wardName: string;
  schedules: readonly Schedule[];
  /** Null: nobody has said, which is not free. */
  pence: number | null;
  /** Null: the group has not said, which is not the same as no. */
  stepFree: boolean | null;
  /** Until when a referral can be sent through the portal as things stand; null when it cannot. */
  referableUntil: Instant | null;
  lastReviewedAt: Instant;
  /** Taken from a directory, and nobody of the group has spoken for it. */
  unclaimed?: true;
  /** Until when the group counts as new, with three open referrals at most; absent when it does not. */
  newUntil?: Instant;
  room: { class: RoomClass; goodUntil: Instant } | null;
  words: string;
  nameWords: string;
};

type PackedTime = [
  weekday: Schedule['weekday'],
  opensAt: string,
  closesAt: string,
  validFrom?: string,
  validTo?: string,
];

/** A listing as it stands in a block: a row without names, because names would be most of it. */
export type Row = [
  serviceId: ServiceId,
  organizationId: OrganizationId,
  serviceName: string,
  organizationName: string,
  kind: number,
  needs: number[],
  place: [latitude: number, longitude: number, wardName: string],
  schedules: PackedTime[],
  pence: number | null,
  stepFree: 0 | 1 | null,
  referableUntil: string | null,
  lastReviewedAt: string,
  room: [RoomClass, string] | null,
  words: string,
  nameWords: string,
  unclaimed?: 1 | null,
  newUntil?: Instant,
];

/** Packs a listing for its block. */
export function rowOf(listing: Listing): Row {
  const row: Row = [
    listing.serviceId,
    listing.organizationId,
    listing.serviceName,
    listing.organizationName,
    ActivityKind.options.indexOf(listing.kind),
    listing.needs.map((need) => Need.options.indexOf(need)),
    [listing.latitude, listing.longitude, listing.wardName],
    listing.schedules.map(({ weekday, opensAt, closesAt, validFrom, validTo }) =>
      validFrom === undefined && validTo === undefined
        ? [weekday, opensAt, closesAt]
        : [weekday, opensAt, closesAt, validFrom ?? '', validTo ?? ''],
    ),
    listing.pence,
    listing.stepFree === null ? null : listing.stepFree ? 1 : 0,
    listing.referableUntil,
    listing.lastReviewedAt,
    listing.room && [listing.room.class, listing.room.goodUntil],
    listing.words,
    listing.nameWords,
  ];
  if (listing.unclaimed === true) row[15] = 1;
  if (listing.newUntil !== undefined) row[16] = listing.newUntil;
  return row;
}

const scheduleOf = ([weekday, opensAt, closesAt, validFrom, validTo]: PackedTime): Schedule => ({
  weekday,
  opensAt,
  closesAt,
  ...(validFrom && { validFrom }),
  ...(validTo && { validTo }),
});

/** Reads a listing back from its row. Rows are our own projection, so nothing is parsed again: the block's number of shape is the guard. */
export function listingOf(row: Row): Listing {
  const [latitude, longitude, wardName] = row[6];
  const room = row[12];
  return {
    serviceId: row[0],
    organizationId: row[1],
    serviceName: row[2],
    organizationName: row[3],
    kind: ActivityKind.options[row[4]] ?? 'volunteering',
    needs: row[5].flatMap((index) => Need.options[index] ?? []),
    latitude,
    longitude,
    wardName,
    schedules: row[7].map(scheduleOf),
    pence: row[8],
    stepFree: row[9] === null ? null : row[9] === 1,
    referableUntil: row[10],
    lastReviewedAt: row[11],
    room: room && { class: room[0], goodUntil: room[1] },
    words: row[13],
    nameWords: row[14],
    ...(row[15] === 1 && { unclaimed: true }),
    ...(row[16] && { newUntil: row[16] }),
  };
}
