import * as z from 'zod/mini';
import { AreaId } from '../model/area.ts';
import { Instant } from '../model/dates.ts';
import { EventId } from '../model/ids.ts';

/** What an event may say: ids, codes and numbers. Never a name, a note or a contact. */
const EventValue = z.union([z.string().check(z.maxLength(80)), z.number(), z.boolean(), z.null()]);

/**
 * One event: outbox, audit record and replay source in one item. Keyed by aggregate and version, so
 * that two changes of one thing cannot both be written. `actor` is a user id or `system:<function>`
 * or `public`, or `link` for somebody who followed a link we mailed. `tenant` is the scheme or group whose chain of audit it joins.
 */
export const Envelope = z.strictObject({
  id: EventId,
  area: AreaId,
  tenant: z.string(),
  aggregate: z.string().check(z.regex(/^[a-z_]+#[0-9a-zA-Z-]+$/)),
  version: z.int().check(z.gte(1)),
  type: z.string(),
  v: z.int().check(z.gte(1)),
  at: Instant,
  actor: z.string(),
  data: z.record(z.string(), EventValue),
});
export type Envelope = z.infer<typeof Envelope>;
