import * as z from 'zod/mini';
import { ActivityKind } from '../model/need.ts';
import { Cost, Eligibility, FirstVisit, Service } from '../model/service.ts';
import { endpoint } from './endpoint.ts';
import { GroupPath } from './group-public.ts';
import { ServicePath } from './groups.ts';

const { shape } = Service;
const text = (max: number, empty: string) =>
  z.string(empty).check(z.trim(), z.minLength(1, empty), z.maxLength(max, `Use ${max} characters or fewer`));

/** A place as people write it; where it lies is looked up by its postcode. */
export const WrittenPlace = z.strictObject({
  name: text(120, 'Enter the name of the place'),
  address: text(200, 'Enter the street and town'),
  postcode: text(12, 'Enter the postcode of the place, like M14 5RL'),
  /** Only the ward is shown; the group tells people the rest. */
  masked: z.boolean(),
});
export type WrittenPlace = z.infer<typeof WrittenPlace>;

const age = (word: string) =>
  z.nullable(
    z
      .int(`Enter the ${word} age in whole years, or leave it out`)
      .check(z.gte(0, 'Enter 0 or more'), z.lte(120, 'Enter 120 or less')),
  );
const eligibility = z
  .strictObject({ minimumAge: age('lowest'), maximumAge: age('highest'), onlyFor: Eligibility.shape.onlyFor })
  .check(
    z.refine(
      ({ minimumAge, maximumAge }) => minimumAge === null || maximumAge === null || minimumAge <= maximumAge,
      { error: 'The highest age must not be below the lowest', path: ['maximumAge'] },
    ),
  );

/** What an activity is, when and where: enough to be found. */
const outline = {
  name: text(100, 'Enter what the activity is called'),
  kind: z.enum(ActivityKind.options, 'Choose what kind of activity it is'),
  needs: shape.needs,
  description: shape.description,
  firstVisit: FirstVisit,
  schedules: shape.schedules,
  place: WrittenPlace,
  cost: Cost,
};

export const ServiceOutline = z.strictObject(outline);
export type ServiceOutline = z.infer<typeof ServiceOutline>;

export const serviceAdd = endpoint({
  id: 'service.add',
  method: 'POST',
  path: '/api/groups/{groupId}/services',
  boundary: 'staff',
  status: 201,
  summary: 'Add something that people can join to a group I lead',
  roles: ['group_lead'],
  relation: 'own_group',
  params: GroupPath,
  body: ServiceOutline,
  reply: z.object({ service: Service }),
  refusals: ['not_found', 'group_full', 'key_reused', 'changed_meanwhile'],
  rate: 'signed_in',
  event: 'service.added',
});

/** What a lead may change at once, each by itself; what decides the tier is changed by the safeguarding answers. */
export const ServiceChange = z.strictObject({
  name: z.optional(outline.name),
  kind: z.optional(outline.kind),
  needs: z.optional(outline.needs),
  description: z.optional(outline.description),
  firstVisit: z.optional(outline.firstVisit),
  schedules: z.optional(outline.schedules),
  place: z.optional(outline.place),
  cost: z.optional(outline.cost),
  access: z.optional(shape.access),
  eligibility: z.optional(eligibility),
  exclusions: z.optional(shape.exclusions),
  status: z.optional(shape.status),
});
export type ServiceChange = z.infer<typeof ServiceChange>;

export const serviceChange = endpoint({
  id: 'service.change',
  method: 'PATCH',
  path: '/api/services/{serviceId}',
  boundary: 'staff',
  summary: 'Change what people read about an activity',
  roles: ['group_lead'],
  relation: 'own_group',
  params: ServicePath,
  body: ServiceChange,
  reply: z.object({ service: Service }),
  refusals: ['not_found', 'key_reused', 'changed_meanwhile'],
  rate: 'signed_in',
  event: 'service.changed',
});
