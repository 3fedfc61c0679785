import * as z from 'zod/mini';
import { CouncilCode } from './area.ts';
import { Day, Instant } from './dates.ts';

/** What a council's part of an area lacks before the area may take referrals. */
export const Lack = z.object({
  council: CouncilCode,
  name: z.string(),
  what: z.enum(['adultSocialCare', 'outOfHours', 'crisis', 'linkWorkers']),
});
export type Lack = z.infer<typeof Lack>;

/** The rows of docs/go-live.md, in its order. */
export const GoLiveRow = z.enum([
  'data_protection',
  'clinical_safety',
  'penetration_test',
  'firewall',
  'sign_in',
  'mail',
  'restore',
  'alarms',
  'numbers',
  'prices',
  'screen_readers',
  'licences',
  'dependencies',
]);
export type GoLiveRow = z.infer<typeof GoLiveRow>;

/** Who signed a row and on which day. */
export const Signature = z.strictObject({
  by: z.string().check(z.trim(), z.minLength(2), z.maxLength(120)),
  on: Day,
});
export const Signatures = z.record(GoLiveRow, Signature);
export type Signatures = z.infer<typeof Signatures>;

/** That an area went live, and on whose word. */
export const GoLive = z.strictObject({ at: Instant, signed: Signatures });
