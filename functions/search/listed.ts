import { newUntil } from '#functions/domain/referral/newcomer.ts';
import type { GroupDocument, Wards } from '#functions/store/directory.ts';
import type { Capacity } from '#shared/model/capacity.ts';
import { cellOf, type Point } from '#shared/model/geohash.ts';
import type { PublicSource } from '#shared/model/listing-source.ts';
import { isUnclaimed, type Organization } from '#shared/model/organization.ts';
import type { SafeguardingStanding } from '#shared/model/safeguarding.ts';
import type { Place, Service } from '#shared/model/service.ts';
import { centreOf } from './distance.ts';
import type { Listing } from './listing.ts';
import { type AreaRules, referableUntil } from './referable.ts';
import { roomClass } from './room-class.ts';
import { stemmed } from './words.ts';

/** A group as it stands in *portal*, with all its activities and what was last said of their room. */
export type GroupState = {
  organization: Organization;
  services: readonly Service[];
  capacities: ReadonlyMap<string, Capacity | null>;
  /** That the import it came with may be seen. */
  isImported?: boolean;
};

/** What a projection needs of the area beside the group. */
export type AreaFacts = AreaRules & { wards: Wards };

/** What the public may read of a group: its page and one listing an activity; neither when it is not listed. */
export type Listed = { document: GroupDocument; listings: Listing[] };

/**
 * The public projection of a group. Only a checked group is listed, and one from a directory whose import
 * may be seen; an activity that has closed for good
 * is left out; a masked place is its ward's name and middle. Undefined: nothing of it is public.
 */
export function listed(state: GroupState, place: AreaFacts): Listed | undefined {
  const { organization, isImported = false } = state;
  const unclaimed = isUnclaimed(organization) && isImported;
  if (organization.status !== 'checked' && !unclaimed) return undefined;
  const services = state.services.filter(({ status }) => status !== 'closed');
  return {
    document: documentOf(organization, services, place),
    listings: services
      .filter(({ status }) => status === 'active')
      .map((service) =>
        listingOf(organization, service, { capacity: state.capacities.get(service.id), ...place }),
      ),
  };
}

function documentOf(
  organization: Organization,
  services: readonly Service[],
  rules: AreaRules,
): GroupDocument {
  const { phone } = organization;
  return {
    id: organization.id,
    area: organization.area,
    name: organization.name,
    description: organization.description,
    legalForm: organization.legalForm,
    charityNumber: organization.charityNumber,
    website: organization.website,
    phone:
      phone.shownTo === 'public' && phone.number !== ''
        ? { number: phone.number, bestTimes: phone.bestTimes }
        : null,
    email: organization.email,
    safeguarding: publicStanding(organization.safeguarding),
    lastReviewedAt: organization.lastReviewedAt,
    ...(isUnclaimed(organization) && { source: publicSource(organization) }),
    services: services.map((service) => ({
      ...service,
      place: publicPlace(service.place),
      referableUntil: referableUntil(organization, service, rules),
    })),
  };
}

function publicSource({ source, lastReviewedAt }: Organization): PublicSource {
  const { name = '', url = null, licence = null, fetchedAt = lastReviewedAt } = source ?? {};
  return { name, url, licence, fetchedAt };
}

/** That a coordinator has paused a group is said to nobody: to the public its answers are being gone through again. */
function publicStanding(standing: SafeguardingStanding): SafeguardingStanding {
  if (standing.status !== 'paused_by_coordinator') return standing;
  return { ...standing, status: 'answering', confirmedAt: null, validUntil: null };
}

function publicPlace({ masked, name, address, postcode, wardName }: Place) {
  return masked
    ? { name: '', address: null, postcode: null, wardName }
    : { name, address, postcode, wardName };
}

/** Where a listing is shown and measured from: for a masked place the middle of its ward, or of a large square. */
function shownAt(place: Place, wards: Wards): Point {
  if (!place.masked) return { latitude: place.latitude, longitude: place.longitude };
  const ward = wards[place.ward];
  return ward === undefined ? centreOf(cellOf(place, 5)) : { latitude: ward[0], longitude: ward[1] };
}

function newness(organization: Organization): Pick<Listing, 'newUntil'> {
  const until = newUntil(organization);
  return until === null ? {} : { newUntil: until };
}

function listingOf(
  organization: Organization,
  service: Service,
  { capacity, wards, ...rules }: AreaFacts & { capacity: Capacity | null | undefined },
): Listing {
  const names = `${service.name} ${organization.name}`;
  const tags = [service.kind, ...service.needs, ...service.eligibility.onlyFor, ...service.access.languages];
  return {
    serviceId: service.id,
    organizationId: organization.id,
    serviceName: service.name,
    organizationName: organization.name,
    kind: service.kind,
    needs: service.needs,
    ...shownAt(service.place, wards),
    wardName: service.place.wardName,
    schedules: service.schedules,
    pence: service.cost.pence,
    stepFree: service.access.stepFree,
    referableUntil: referableUntil(organization, service, rules),
    lastReviewedAt: organization.lastReviewedAt,
    ...(isUnclaimed(organization) && { unclaimed: true }),
    ...newness(organization),
    room: capacity
      ? { class: roomClass(capacity.state, capacity.places), goodUntil: capacity.goodUntil }
      : null,
    words: stemmed(
      [names, tags.join(' ').replaceAll('_', ' '), service.description, organization.description].join(' '),
    ),
    nameWords: stemmed(names),
  };
}
