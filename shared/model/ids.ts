import * as z from 'zod/mini';

/**
 * Every id is a UUID; the kind lives in the branded type and in the key prefix, never in the id.
 * v5 for whatever an API create makes, v7 for events and what importer, seed and workers make,
 * v4 for people and sessions.
 */
const id = <Kind extends string>(kind: Kind) => z.uuid(`Use the ${kind} id as the portal gave it`);

export const OrganizationId = id('group').brand<'Organization'>();
export type OrganizationId = z.infer<typeof OrganizationId>;

export const ServiceId = id('service').brand<'Service'>();
export type ServiceId = z.infer<typeof ServiceId>;

export const ReferralId = id('referral').brand<'Referral'>();
export type ReferralId = z.infer<typeof ReferralId>;

export const SchemeId = id('scheme').brand<'Scheme'>();
export type SchemeId = z.infer<typeof SchemeId>;

export const UserId = id('user').brand<'User'>();
export type UserId = z.infer<typeof UserId>;

export const PersonId = id('person').brand<'Person'>();
export type PersonId = z.infer<typeof PersonId>;

export const EventId = id('event').brand<'Event'>();
export type EventId = z.infer<typeof EventId>;

export const SuggestionId = id('suggestion').brand<'Suggestion'>();
export type SuggestionId = z.infer<typeof SuggestionId>;

export const GrantId = id('grant').brand<'Grant'>();
export type GrantId = z.infer<typeof GrantId>;

export const InviteId = id('invitation').brand<'Invite'>();
export type InviteId = z.infer<typeof InviteId>;
