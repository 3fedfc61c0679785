import * as z from 'zod/mini';
import { Instant } from './dates.ts';

/** What a group says about its room. Maps one to one to the Gravity capacity codes on export. */
export const CapacityState = z.enum(
  ['open', 'few', 'waiting_list', 'full', 'paused'],
  'Choose how much room there is',
);
export type CapacityState = z.infer<typeof CapacityState>;

/**
 * Room as it was said. `places` is a number only when the group gave one (then a sent referral holds
 * one); null means words only. `dropIn` means "just turn up, no limit" and holds nothing.
 * Past `goodUntil` it counts as unknown, never as open.
 */
export const Capacity = z.strictObject({
  state: CapacityState,
  places: z.nullable(z.int().check(z.gte(0), z.lte(999))),
  dropIn: z.boolean(),
  asOf: Instant,
  goodUntil: Instant,
});
export type Capacity = z.infer<typeof Capacity>;

/** Room as it is shown: the group's word while it is fresh, `unknown` ("ring first") afterwards. */
export const Room = z.strictObject({
  state: z.enum([...CapacityState.options, 'unknown']),
  places: z.nullable(z.int()),
  dropIn: z.boolean(),
  asOf: z.nullable(Instant),
});
export type Room = z.infer<typeof Room>;
