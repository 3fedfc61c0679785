import * as z from 'zod/mini';
import { Capacity, CapacityState, Room } from '../model/capacity.ts';
import { Day, Instant } from '../model/dates.ts';
import { OrganizationId, ServiceId } from '../model/ids.ts';
import { SafeguardingStanding } from '../model/safeguarding.ts';
import { Service } from '../model/service.ts';
import { endpoint } from './endpoint.ts';
import { GroupPath } from './group-public.ts';

export const ServicePath = z.strictObject({ serviceId: ServiceId });

/** An activity as its own lead sees it. */
export const OwnService = z.object({ service: Service, capacity: z.nullable(Capacity), room: Room });
export type OwnService = z.infer<typeof OwnService>;

export const groupServices = endpoint({
  id: 'group.services',
  method: 'GET',
  path: '/api/groups/{groupId}/services',
  boundary: 'staff',
  summary: 'The activities of a group I lead, with what we last said about room',
  roles: ['group_lead'],
  relation: 'own_group',
  params: GroupPath,
  reply: z.object({
    group: z.object({ id: OrganizationId, name: z.string(), safeguarding: SafeguardingStanding }),
    services: z.array(OwnService),
    now: Instant,
  }),
  refusals: ['not_found'],
  rate: 'signed_in',
});

/** What a lead says about room. `places` counts people the group could still take; leave it out for words only. */
export const CapacityStatement = z.strictObject({
  state: CapacityState,
  places: z.nullable(
    z
      .int('Enter a whole number of places')
      .check(z.gte(0, 'Enter 0 or more'), z.lte(999, 'Enter 999 or fewer')),
  ),
});
export type CapacityStatement = z.infer<typeof CapacityStatement>;

export const capacityState = endpoint({
  id: 'capacity.state',
  method: 'PUT',
  path: '/api/services/{serviceId}/capacity',
  boundary: 'staff',
  summary: 'Say how much room there is; good for 30 days',
  roles: ['group_lead', 'group_reader'],
  relation: 'own_group',
  params: ServicePath,
  body: CapacityStatement,
  reply: z.object({ capacity: Capacity, room: Room }),
  refusals: ['not_found', 'changed_meanwhile'],
  rate: 'signed_in',
  event: 'capacity.stated',
});

/** What the referral form needs before anything is typed. */
export const referralForm = endpoint({
  id: 'service.referral_form',
  method: 'GET',
  path: '/api/services/{serviceId}/referral-form',
  boundary: 'staff',
  summary:
    'What a link worker must see before sending: room, tier, what the group cannot support, the stop-panel numbers',
  roles: ['link_worker', 'lw_manager'],
  relation: 'own_area',
  params: ServicePath,
  reply: z.object({
    service: z.object({
      id: ServiceId,
      name: z.string(),
      organizationId: OrganizationId,
      organizationName: z.string(),
      needs: Service.shape.needs,
      schedules: Service.shape.schedules,
      wardName: z.string(),
      exclusions: z.array(z.string()),
    }),
    room: Room,
    safeguarding: SafeguardingStanding,
    referable: z.boolean(),
    /** Why nothing can be sent just now, the nearest reason first; null when it can. */
    whyNot: z.nullable(z.enum(['unclaimed', 'notReferable', 'full', 'offers_waiting', 'group_is_new'])),
    /** In its first thirty days, with fewer than the three open referrals it may have. */
    isNew: z.boolean(),
    /** Taken from a directory: nobody of the group uses the portal yet. */
    unclaimed: z.boolean(),
    /** The group's number for professionals; null when the group keeps it back. */
    groupPhone: z.nullable(z.object({ number: z.string(), bestTimes: z.string() })),
    stopPanel: z.array(
      z.object({
        council: z.string(),
        adultSocialCare: z.string(),
        outOfHours: z.string(),
        crisis: z.string(),
      }),
    ),
    wordingVersion: z.string(),
    today: Day,
  }),
  refusals: ['not_found', 'area_not_live'],
  rate: 'signed_in',
});
