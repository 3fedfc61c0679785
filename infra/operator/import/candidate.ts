import * as z from 'zod/mini';
import type { AreaId } from '#shared/model/area.ts';
import { Organization } from '#shared/model/organization.ts';
import { Service } from '#shared/model/service.ts';
import type { Path } from './json-text.ts';

/** What a directory may say of a group, until its own people speak for it. */
export const GroupContent = z.pick(Organization, {
  name: true,
  description: true,
  legalForm: true,
  charityNumber: true,
  website: true,
  phone: true,
  email: true,
});
export type GroupContent = z.infer<typeof GroupContent>;

/** What a directory may say of an activity. */
export const ServiceContent = z.pick(Service, {
  name: true,
  description: true,
  kind: true,
  needs: true,
  schedules: true,
  place: true,
  cost: true,
  access: true,
  eligibility: true,
  status: true,
});
export type ServiceContent = z.infer<typeof ServiceContent>;

/** An activity of a file that can be listed. */
export type ServiceCandidate = { sourceId: string; path: Path; area: AreaId; content: ServiceContent };

/** A group of a file in one area, with what of its activities can be listed; `reviewedAt`: when anybody last looked at it, if the file says so. */
export type Candidate = {
  sourceId: string;
  path: Path;
  area: AreaId;
  content: GroupContent;
  services: ServiceCandidate[];
  reviewedAt: string | null;
};

/** Why a row of a file is left out. Words: report.ts. */
export const LEFT_OUT = [
  'not_running',
  'no_group',
  'no_place',
  'online',
  'postcode_unknown',
  'elsewhere',
  'other_area',
  'no_need',
  'twice',
  'too_many',
  'listed_already',
  'broken',
] as const;
export type LeftOutReason = (typeof LEFT_OUT)[number];
export type LeftOut = { path: Path; name: string; reason: LeftOutReason; detail: string };

/** What is counted while reading, for the operator. */
export type Tally = {
  /** Terms that no rule knows, with how many rows have them. */
  unknownTerms: Map<string, number>;
  /** Numbers, addresses and names of people that were not taken over. */
  personal: number;
};
