import * as z from 'zod/mini';
import { Room } from '../model/capacity.ts';
import { Instant } from '../model/dates.ts';
import { OrganizationId } from '../model/ids.ts';
import { PublicSource } from '../model/listing-source.ts';
import { LegalForm } from '../model/organization.ts';
import { SafeguardingStanding } from '../model/safeguarding.ts';
import { Service } from '../model/service.ts';
import { endpoint, Nothing } from './endpoint.ts';
import { SoughtQuery } from './search.ts';

export const GroupPath = z.strictObject({ groupId: OrganizationId });

/** An activity as anyone may read it. A masked place has no address and the ward's centre. */
export const PublicService = z.object({
  ...Service.shape,
  place: z.object({
    name: z.string(),
    address: z.nullable(z.string()),
    postcode: z.nullable(z.string()),
    wardName: z.string(),
  }),
  room: Room,
  referable: z.boolean(),
});
export type PublicService = z.infer<typeof PublicService>;

/** A group's page as anyone may read it: the phone only when the group chose to show it. */
export const PublicGroup = z.object({
  id: OrganizationId,
  name: z.string(),
  description: z.string(),
  legalForm: LegalForm,
  charityNumber: z.nullable(z.string()),
  website: z.nullable(z.string()),
  phone: z.nullable(z.object({ number: z.string(), bestTimes: z.string() })),
  email: z.nullable(z.string()),
  safeguarding: SafeguardingStanding,
  lastReviewedAt: Instant,
  /** The directory it was taken from, while nobody of the group has spoken for it. */
  source: z.optional(PublicSource),
  services: z.array(PublicService),
});
export type PublicGroup = z.infer<typeof PublicGroup>;

export const groupPage = endpoint({
  id: 'group.page',
  method: 'GET',
  path: '/groups/{groupId}',
  boundary: 'public',
  kind: 'page',
  summary: 'A group’s page: what it does, when, where, for whom and how much room there is',
  roles: 'anyone',
  params: GroupPath,
  query: SoughtQuery,
  reply: Nothing,
  refusals: ['not_found'],
  rate: 'public',
});

export const groupRead = endpoint({
  id: 'group.read',
  method: 'GET',
  path: '/api/groups/{groupId}',
  boundary: 'public',
  summary: 'A group and its activities as anyone may read them',
  roles: 'anyone',
  params: GroupPath,
  reply: PublicGroup,
  refusals: ['not_found'],
  rate: 'public',
});
