import type { Envelope } from '#shared/events/envelope.ts';
import { DAY_LENGTH } from '#shared/model/civil-time.ts';
import type { Day, Instant } from '#shared/model/dates.ts';
import type { ReferralId } from '#shared/model/ids.ts';
import { NudgeCode } from '#shared/model/referral-care.ts';
import { eventFromItem } from './event.ts';
import { secondOf } from './expiry.ts';
import { eventKeys } from './keys.ts';
import { openingOf } from './opening.ts';
import type { Table } from './table.ts';

/** More than any referral has of its own, and enough of what repeats. */
const MOST = 50;

/** The aggregate of all that showed who somebody is; its versions are seconds, so that a reveal reads nothing first. */
export const revealsOf = (id: ReferralId): string => `reveal#${id}`;
export const revealVersion = (at: Instant): number => secondOf(at);

/** The aggregate of all reminders of a referral. */
export const nudgesOf = (id: ReferralId): string => `nudge#${id}`;
/**
 * The version of a reminder: what is told and of which day, so that it is told once however often the
 * timers run. Part of the stored format: codes are only ever added at the end of their list.
 */
export const nudgeVersion = (code: NudgeCode, on: Day): number =>
  Math.floor(Date.parse(`${on}T00:00:00.000Z`) / DAY_LENGTH) * 100 + NudgeCode.options.indexOf(code);

/** Of one instant: sent before opened, opened before all else. */
const rankOf = ({ type, version }: Envelope): number =>
  type === 'referral.opened' ? 1 : type === 'referral.sent' && version === 1 ? 0 : 2;

/** What happened to a referral, in order: its own events, its first opening, reminders, and each look at who it is. */
export async function historyOf(table: Table, id: ReferralId): Promise<Envelope[]> {
  const newest = (aggregate: string) =>
    table.query({ table: 'events', partition: { value: aggregate }, limit: MOST, descending: true });
  const [own, opening, nudges, reveals] = await Promise.all([
    table.query({
      table: 'events',
      partition: { value: `referral#${id}` },
      limit: MOST,
      consistent: true,
    }),
    table.get('events', eventKeys.event(openingOf(id), 1), 'eventual'),
    newest(nudgesOf(id)),
    newest(revealsOf(id)),
  ]);
  return [...own.items, ...(opening === undefined ? [] : [opening]), ...nudges.items, ...reveals.items]
    .map(eventFromItem)
    .toSorted((a, b) => a.at.localeCompare(b.at) || rankOf(a) - rankOf(b));
}
