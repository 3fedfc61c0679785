import * as z from 'zod/mini';
import { CouncilCode } from '../model/area.ts';
import { Instant } from '../model/dates.ts';
import { Need } from '../model/need.ts';
import { Quarter } from '../model/quarter.ts';
import { Snapshot } from '../model/snapshot.ts';
import { endpoint } from './endpoint.ts';

/** Exact counts of groups and room: organizations, never people, so nothing is suppressed. */
export const SupplyRow = z.object({
  /** Null: the whole area. */
  council: z.nullable(CouncilCode),
  councilName: z.string(),
  need: Need,
  /** Groups with at least one of the activities; one with two of them counts once. */
  groups: z.int(),
  services: z.int(),
  /** Activities that take referrals now: group checked, basics in date, not closed. */
  referable: z.int(),
  /** Of those, with room said within its good-until date. */
  withRoom: z.int(),
  /** Room said once, now out of date. */
  unknownRoom: z.int(),
});
export type SupplyRow = z.infer<typeof SupplyRow>;

export const supply = endpoint({
  id: 'insight.supply',
  method: 'GET',
  path: '/api/insight/supply',
  boundary: 'commissioner',
  summary: 'What there is, by need and council: activities, those that take referrals, those with room',
  roles: ['commissioner'],
  relation: 'own_area',
  reply: z.object({ rows: z.array(SupplyRow), countedAt: z.nullable(Instant), now: Instant }),
  rate: 'signed_in',
});

/** Quarters that are listed; older ones stay where they are. */
export const MOST_QUARTERS = 8;

export const gapList = endpoint({
  id: 'insight.gaps',
  method: 'GET',
  path: '/api/insight/gaps',
  boundary: 'commissioner',
  summary: 'What was missing in a closed quarter, by need, council and cause, with the quarter before',
  roles: ['commissioner'],
  relation: 'own_area',
  /** Without a quarter: the newest that is closed. */
  query: z.strictObject({ quarter: z.optional(Quarter) }),
  reply: z.object({
    quarters: z.array(Quarter),
    shown: z.nullable(Snapshot),
    before: z.nullable(Snapshot),
    now: Instant,
  }),
  refusals: ['not_found'],
  rate: 'signed_in',
});
