import * as z from 'zod/mini';

/** The twelve needs a person may bring, in the order they are shown. Labels: shared/text/en/needs.ts. */
export const Need = z.enum([
  'company',
  'money',
  'home',
  'moving',
  'food',
  'carers',
  'work',
  'digital',
  'grief',
  'safety',
  'identity',
  'purpose',
]);
export type Need = z.infer<typeof Need>;

/** What a group does; the activity kinds of the founding document and the advice that goes with them. */
export const ActivityKind = z.enum([
  'volunteering',
  'arts',
  'group_learning',
  'gardening',
  'befriending',
  'cookery',
  'healthy_eating',
  'sport',
  'walking',
  'choir',
  'advice',
  'peer_support',
  'lunch_club',
  'digital_skills',
]);
export type ActivityKind = z.infer<typeof ActivityKind>;
