import * as z from 'zod/mini';
import { AreaId } from './area.ts';
import { Instant } from './dates.ts';
import { OrganizationId, ServiceId, UserId } from './ids.ts';
import { ListingSource } from './listing-source.ts';
import { SafeguardingStanding } from './safeguarding.ts';

/** The trust ladder: a group starts invisible and becomes findable once one coordinator has checked it. */
export const OrganizationStatus = z.enum(['unverified', 'checked', 'suspended', 'closed']);
export type OrganizationStatus = z.infer<typeof OrganizationStatus>;

export const LegalForm = z.enum([
  'charity',
  'cio',
  'cic',
  'constituted_group',
  'social_enterprise',
  'faith_group',
  'unconstituted_group',
]);
export type LegalForm = z.infer<typeof LegalForm>;

/** Why a coordinator sends a new group as many people as it has room for. */
export const WhyKnown = z.enum(['worked_with_before', 'visited_since', 'first_went_well'], 'Choose why');
export type WhyKnown = z.infer<typeof WhyKnown>;

/** A group. Phone and email are the group's own, with the group's choice of who sees them. */
export const Organization = z.strictObject({
  id: OrganizationId,
  area: AreaId,
  name: z.string().check(z.trim(), z.minLength(1, 'Enter the name of the group'), z.maxLength(120)),
  description: z.string().check(z.maxLength(600)),
  legalForm: LegalForm,
  charityNumber: z.nullable(z.string()),
  website: z.nullable(z.url()),
  phone: z.strictObject({
    number: z.string(),
    bestTimes: z.string(),
    shownTo: z.enum(['public', 'professionals', 'nobody']),
  }),
  email: z.nullable(z.email()),
  status: OrganizationStatus,
  checkedAt: z.nullable(Instant),
  /** A coordinator lifted the limit of its first thirty days. */
  known: z.optional(z.strictObject({ at: Instant, by: UserId, why: WhyKnown })),
  lastReviewedAt: Instant,
  safeguarding: SafeguardingStanding,
  services: z.array(ServiceId).check(z.maxLength(50)),
  /** The directory it was taken from; absent when the group came by itself. */
  source: z.optional(ListingSource),
});
export type Organization = z.infer<typeof Organization>;

/** Whether a group was taken from a directory and nobody has spoken for it since. Nobody is sent to it. */
export const isUnclaimed = ({ status, source }: Pick<Organization, 'status' | 'source'>): boolean =>
  status === 'unverified' && source !== undefined;
