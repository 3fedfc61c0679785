import { randomUUID } from 'node:crypto';
import { waitList } from '#functions/commands/care-referral.ts';
import type { Asked } from '#functions/commands/change-referral.ts';
import { createReferral } from '#functions/commands/create-referral.ts';
import { markOf } from '#functions/commands/mark.ts';
import { systemIds } from '#functions/runtime/ids.ts';
import { systemNonce } from '#functions/runtime/secrets.ts';
import { areaItem, areaLookup } from '#functions/store/area.ts';
import { areaListItem } from '#functions/store/area-list.ts';
import { capacityItem, findCapacity, type ServiceCapacity } from '#functions/store/capacity.ts';
import { organizationItem } from '#functions/store/organization.ts';
import { findReferral } from '#functions/store/referral.ts';
import { schemeItem } from '#functions/store/scheme.ts';
import { serviceItem } from '#functions/store/service.ts';
import type { Item, Table } from '#functions/store/table.ts';
import type { ReferralRequest } from '#shared/api/referrals.ts';
import { AreaId, AreaSettings } from '#shared/model/area.ts';
import type { Capacity } from '#shared/model/capacity.ts';
import { OrganizationId, type ReferralId, SchemeId, ServiceId, UserId } from '#shared/model/ids.ts';
import { Organization } from '#shared/model/organization.ts';
import type { Membership, Principal } from '#shared/model/roles.ts';
import { Service } from '#shared/model/service.ts';
import { memoryKeyService } from './key-service.ts';
import { type Canaries, canaries, referralRequest } from './referral-request.ts';

export const NOW = '2026-11-23T09:00:00.000Z';
const MONTH_ON = '2026-12-23T09:00:00.000Z';
const YEAR_ON = '2027-11-01T09:00:00.000Z';
export const MANCHESTER = AreaId.parse('manchester');

export const settings = AreaSettings.parse({
  area: 'manchester',
  name: 'Manchester',
  nation: 'england',
  timeZone: 'Europe/London',
  councils: [
    {
      code: 'E08000003',
      name: 'Manchester',
      adultSocialCare: '0161 496 0101',
      outOfHours: '0161 496 0102',
      crisis: '0808 157 0101',
      linkWorkers: '0161 496 0103',
    },
  ],
  coordinator: { name: 'Yard Support', phone: '0161 496 0110', email: 'coordinator@demo.example' },
  mailFrom: 'manchester@portal.example.org',
  goneLive: '2026-01-01T00:00:00.000Z',
});

const service = (id: ServiceId, organizationId: OrganizationId): Service =>
  Service.parse({
    id,
    organizationId,
    name: 'Tea and talk',
    description: 'Tea, cake and somebody to talk to',
    firstVisit: 'Ask for Rosa at the door',
    kind: 'befriending',
    needs: ['company', 'grief'],
    schedules: [{ weekday: 'WE', opensAt: '10:00', closesAt: '12:00' }],
    place: {
      name: 'The hall',
      address: '1 Any Street',
      postcode: 'M14 5RF',
      latitude: 53.44,
      longitude: -2.22,
      ward: 'E05011361',
      wardName: 'Fallowfield',
      council: 'E08000003',
      masked: false,
    },
    cost: { pence: 0, note: '' },
    access: {
      stepFree: true,
      hearingLoop: null,
      quietSpace: null,
      bringSomeone: true,
      nearBusStop: true,
      toilets: true,
      languages: [],
    },
    eligibility: { minimumAge: 18, maximumAge: null, onlyFor: [] },
    tier: 1,
    exclusions: ['We cannot help with medicines'],
    status: 'active',
  });

const organization = (id: OrganizationId, services: ServiceId[]): Organization =>
  Organization.parse({
    id,
    area: 'manchester',
    name: 'Marigold Corner',
    description: 'A warm room on Wednesdays',
    legalForm: 'constituted_group',
    charityNumber: null,
    website: null,
    phone: { number: '0161 496 0120', bestTimes: 'Mornings', shownTo: 'professionals' },
    email: null,
    status: 'checked',
    checkedAt: '2026-03-02T09:00:00.000Z',
    lastReviewedAt: NOW,
    safeguarding: { status: 'confirmed', tier: 1, confirmedAt: NOW, validUntil: YEAR_ON },
    services,
  });

export const room = (places: number | null, state: Capacity['state'] = 'open'): Capacity => ({
  state,
  places,
  dropIn: false,
  asOf: '2026-11-20T09:00:00.000Z',
  goodUntil: MONTH_ON,
});

/** Somebody with these memberships in Manchester. */
export const principal = (name: string, ...memberships: Membership[]): Principal => ({
  userId: UserId.parse(randomUUID()),
  name,
  email: `${name.toLowerCase().replaceAll(' ', '.')}@demo.example`,
  phone: '07700 900164',
  area: MANCHESTER,
  memberships,
});

/** One team, one group with one activity, their people, and the commands' dependencies, on one table. */
export async function referralWorld(table: Table, capacity: Capacity | null = room(3)) {
  const scheme = { id: SchemeId.parse(randomUUID()), area: MANCHESTER, name: 'Canal Basin link workers' };
  const serviceId = ServiceId.parse(randomUUID());
  const groupId = OrganizationId.parse(randomUUID());
  const group = organization(groupId, [serviceId]);
  const activity = service(serviceId, groupId);
  const put = async (item: Item) =>
    void (await table.write({ kind: 'put', table: 'portal', item, expected: 'any' }));
  const stand = (change: Partial<ServiceCapacity>) =>
    put(
      capacityItem(MANCHESTER, {
        serviceId,
        organizationId: groupId,
        standing: { organization: 'checked', safeguarding: group.safeguarding, service: 'active' },
        capacity,
        ...change,
      }),
    );
  for (const item of [areaListItem([MANCHESTER]), areaItem(settings), schemeItem(scheme)]) await put(item);
  await put(organizationItem(group));
  await put(serviceItem(MANCHESTER, activity));
  await stand({});

  const keys = memoryKeyService();
  const deps = { table, ids: systemIds, areas: areaLookup(table, () => NOW), keys, nonce: systemNonce };
  const reads = { role: 'group_reader' as const, organizationId: groupId };
  const people = {
    sender: principal('Tomasz Reed', { role: 'link_worker', schemeId: scheme.id }),
    colleague: principal('Una Moss', { role: 'link_worker', schemeId: scheme.id }),
    manager: principal('Beth Okoro', { role: 'lw_manager', schemeId: scheme.id }),
    reader: principal('Idris Vale', reads),
    reader2: principal('Nell Arkwright', reads),
    lead: principal('Rosa Finch', { role: 'group_lead', organizationId: groupId }),
    stranger: principal('Hugh Marsh', { role: 'link_worker', schemeId: SchemeId.parse(randomUUID()) }),
    otherReader: principal('Lena Cole', {
      role: 'group_reader',
      organizationId: OrganizationId.parse(randomUUID()),
    }),
  };
  const asked = (who: Principal, id: ReferralId, at = NOW, key = randomUUID()): Asked => ({
    principal: who,
    referralId: id,
    at,
    mark: markOf(key, {}),
  });
  const request = (who: Canaries = canaries()): ReferralRequest => ({
    ...referralRequest(serviceId, who),
    agreement: { ...referralRequest(serviceId, who).agreement, agreedOn: '2026-11-20' },
  });
  type Given = { request?: ReferralRequest; key?: string; at?: string; principal?: Principal };
  const createWith = (own: typeof deps, given: Given) => {
    const { request: asks = request(), key = randomUUID(), at = NOW, principal: who = people.sender } = given;
    return createReferral(own, { principal: who, request: asks, key, mark: markOf(key, asks), at });
  };
  const create = (given: Given = {}) => createWith(deps, given);
  /** Sends a referral that has to go through; answers its id. */
  const sent = async (given: Parameters<typeof create>[0] = {}) => {
    const made = await create(given);
    if (!made.ok) throw new Error(`Not sent: ${made.refusal.code}`);
    return made.value.id;
  };
  /** One on the group's waiting list: more of them can live at once than wait for a first answer. */
  const waitListed = async (given: Given = {}) => {
    const id = await sent(given);
    await waitList(deps, asked(people.reader, id, given.at), { month: '2027-01' });
    return id;
  };
  const read = async (id: ReferralId) => {
    const found = await findReferral(table, { area: MANCHESTER, id });
    if (found === undefined) throw new Error('There is no such referral');
    return found;
  };
  const capacityNow = async () => (await findCapacity(table, { area: MANCHESTER, id: serviceId }))?.value;
  return {
    ...{ scheme, serviceId, groupId, group, activity, people, keys, deps },
    ...{ put, stand, asked, request, create, createWith, sent, waitListed, read, capacityNow },
  };
}
export type ReferralWorld = Awaited<ReturnType<typeof referralWorld>>;
