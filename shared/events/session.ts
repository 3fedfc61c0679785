import * as z from 'zod/mini';
import { UserId } from '../model/ids.ts';
import { MailChoice } from '../model/mail-choice.ts';

/** Events of signing in and out. `tenant` is the person’s first group or scheme, or the area. */
export const sessionEvents = {
  'session.started': z.strictObject({ userId: UserId }),
  'session.ended': z.strictObject({ userId: UserId, reason: z.enum(['signed_out', 'revoked', 'replaced']) }),
  /** Two users were one person: `mergedId` is closed, and what it might do goes over. */
  'person.merged': z.strictObject({ userId: UserId, mergedId: UserId }),
  /** What a person may do changed, or whether they may at all: every session of theirs ended with it. */
  'access.changed': z.strictObject({ userId: UserId, active: z.boolean() }),
  /** How often a link worker hears of what can wait. */
  'mail.chosen': z.strictObject({ userId: UserId, often: MailChoice }),
} as const;
