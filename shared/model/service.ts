import * as z from 'zod/mini';
import { CouncilCode, WardCode } from './area.ts';
import { Day } from './dates.ts';
import { OrganizationId, ServiceId } from './ids.ts';
import { ActivityKind, Need } from './need.ts';
import { Tier } from './safeguarding.ts';

const text = (max: number, empty: string) =>
  z.string().check(z.trim(), z.minLength(1, empty), z.maxLength(max, `Use ${max} characters or fewer`));

export const Weekday = z.enum(['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']);
const clockTime = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Use a time such as 14:30'));

/** When it happens: weekly on a day, between two civil times, with optional term dates. */
export const Schedule = z.strictObject({
  weekday: Weekday,
  opensAt: clockTime,
  closesAt: clockTime,
  validFrom: z.optional(Day),
  validTo: z.optional(Day),
});
export type Schedule = z.infer<typeof Schedule>;

/** Where it happens. A masked address shows the ward only and sorts by the ward's centre. */
export const Place = z.strictObject({
  name: text(120, 'Enter the name of the place'),
  address: text(200, 'Enter the address'),
  postcode: z.string(),
  latitude: z.number(),
  longitude: z.number(),
  ward: WardCode,
  wardName: z.string(),
  council: CouncilCode,
  masked: z.boolean(),
});
export type Place = z.infer<typeof Place>;

/** What people ask before a first visit. `null` means the group has not said, which is not the same as no. */
export const Access = z.strictObject({
  stepFree: z.nullable(z.boolean()),
  hearingLoop: z.nullable(z.boolean()),
  quietSpace: z.nullable(z.boolean()),
  bringSomeone: z.nullable(z.boolean()),
  nearBusStop: z.nullable(z.boolean()),
  toilets: z.nullable(z.boolean()),
  languages: z.array(z.string()),
});
export type Access = z.infer<typeof Access>;

/** Who it is for, as the group says it. Ages in whole years; null means no limit was stated. */
export const Eligibility = z.strictObject({
  minimumAge: z.nullable(z.int().check(z.gte(0), z.lte(120))),
  maximumAge: z.nullable(z.int().check(z.gte(0), z.lte(120))),
  onlyFor: z.array(z.enum(['women', 'men', 'lgbtq', 'carers', 'faith_or_culture'])),
});
export type Eligibility = z.infer<typeof Eligibility>;

/** What a group says a first day costs, in pence, and in words what for. */
export const Cost = z.strictObject({
  pence: z.int().check(z.gte(0), z.lte(100_000)),
  note: z.string().check(z.maxLength(120)),
});

/** What a group says of a first visit. */
export const FirstVisit = text(400, 'Say what a first visit is like');

/** Something a group does that a person can join; one listing. */
export const Service = z.strictObject({
  id: ServiceId,
  organizationId: OrganizationId,
  name: text(100, 'Enter the name of the activity'),
  description: text(600, 'Say what happens'),
  /** Empty only where nobody of the group has said it. */
  firstVisit: z.string().check(z.trim(), z.maxLength(400)),
  kind: ActivityKind,
  needs: z.array(Need).check(z.minLength(1, 'Choose at least one need it helps with'), z.maxLength(6)),
  schedules: z.array(Schedule).check(z.maxLength(14)),
  place: Place,
  /** Pence a person pays on the first day, and in words what for; null where nobody has said, which is not free. */
  cost: z.strictObject({ ...Cost.shape, pence: z.nullable(Cost.shape.pence) }),
  access: Access,
  eligibility: Eligibility,
  tier: Tier,
  /** What the group cannot safely support (question S17): shown before sending. */
  exclusions: z.array(text(200, 'Say what you cannot safely support')).check(z.maxLength(8)),
  status: z.enum(['active', 'temporarily_closed', 'closed']),
});
export type Service = z.infer<typeof Service>;
