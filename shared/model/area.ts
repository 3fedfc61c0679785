import * as z from 'zod/mini';
import { Instant } from './dates.ts';

/** One or several council areas served by a deployment under one set of settings, e.g. `manchester`. */
export const AreaId = z
  .string()
  .check(z.regex(/^[a-z][a-z-]{1,30}$/, 'Use the short name of an area'))
  .brand<'Area'>();
export type AreaId = z.infer<typeof AreaId>;

/** An ONS council (LAD) code, e.g. E08000003. */
export const CouncilCode = z.string().check(z.regex(/^[ENSW]\d{8}$/, 'Use a nine character council code'));
/** An ONS ward code, e.g. E05011376. */
export const WardCode = z.string().check(z.regex(/^[ENSW]\d{8}$/, 'Use a nine character ward code'));

const phone = z
  .string()
  .check(z.trim(), z.minLength(3, 'Enter a phone number'), z.maxLength(30, 'Enter a shorter phone number'));

/**
 * Whom to ring in the area of one council, and how anybody reaches its link workers (a number, an address
 * or both). Null: not known yet; an area goes live only when all are.
 */
export const CouncilNumbers = z.strictObject({
  code: CouncilCode,
  adultSocialCare: z.nullable(phone),
  outOfHours: z.nullable(phone),
  crisis: z.nullable(phone),
  linkWorkers: z.nullable(
    z
      .string()
      .check(
        z.trim(),
        z.minLength(3, 'Say how to reach link workers'),
        z.maxLength(200, 'Use 200 characters or fewer'),
      ),
  ),
});
export type CouncilNumbers = z.infer<typeof CouncilNumbers>;

/** The local body that looks after the groups: its name, number and mailbox are public. */
export const Coordinating = z.strictObject({
  name: z.string().check(z.trim(), z.minLength(1, 'Enter a name'), z.maxLength(120)),
  phone,
  email: z.email('Enter an email address, like name@example.org'),
});

/** The settings of one area: one versioned item. Numbers are shown on stop panels and hand-back screens. */
export const AreaSettings = z.strictObject({
  area: AreaId,
  name: z.string(),
  nation: z.enum(['england', 'wales', 'scotland', 'northern_ireland']),
  timeZone: z.literal('Europe/London'),
  councils: z.array(z.extend(CouncilNumbers, { name: z.string() })),
  coordinator: Coordinating,
  mailFrom: z.email(),
  /** When the operator opened the area for referrals, everything signed; null while it is being set up. */
  goneLive: z.nullable(Instant),
});
export type AreaSettings = z.infer<typeof AreaSettings>;

/** The numbers of a council that a person in danger is shown: undefined while one is not known. */
export function numbersOf({ name, adultSocialCare, outOfHours, crisis }: AreaSettings['councils'][number]) {
  if (adultSocialCare === null || outOfHours === null || crisis === null) return undefined;
  return { council: name, adultSocialCare, outOfHours, crisis };
}
