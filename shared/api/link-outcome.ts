import * as z from 'zod/mini';
import { NotStartedReason, RecordedOutcome } from '../model/referral.ts';
import { endpoint, Nothing } from './endpoint.ts';
import { LinkPath } from './links.ts';

const part = (digits: number) =>
  z.optional(
    z.string().check(z.regex(new RegExp(`^\\d{1,${digits}}$`), 'Enter the day they came in numbers')),
  );

/**
 * One press on the page: what came of it, or, before a first visit, the day they came or why they did not.
 * A day that is neither today nor yesterday is typed.
 */
export const OutcomePress = z
  .strictObject({
    outcome: z.optional(RecordedOutcome),
    came: z.optional(z.enum(['today', 'yesterday', 'another'], 'Choose the day they came')),
    'came-day': part(2),
    'came-month': part(2),
    'came-year': part(4),
    reason: z.optional(NotStartedReason),
  })
  .check(
    z.refine(
      ({ outcome, came, reason }) => [outcome, came, reason].filter((one) => one !== undefined).length === 1,
      {
        path: ['outcome'],
        error: 'Choose one answer',
      },
    ),
  );
export type OutcomePress = z.infer<typeof OutcomePress>;

/** Reading the page changes nothing, however often a mail scanner follows the link. */
export const outcomePage = endpoint({
  id: 'outcome.page',
  method: 'GET',
  path: '/outcome/{token}',
  boundary: 'intake',
  kind: 'page',
  summary: 'The page of a mailed link: whether somebody came, and what came of a referral',
  roles: 'anyone',
  params: LinkPath,
  reply: Nothing,
  refusals: ['not_found'],
  rate: 'public',
});

export const outcomePress = endpoint({
  id: 'outcome.press',
  method: 'POST',
  path: '/outcome/{token}',
  boundary: 'intake',
  kind: 'page',
  summary:
    'Record by a mailed link a first visit, that there was none, or what came of a referral; works once',
  roles: 'anyone',
  params: LinkPath,
  body: OutcomePress,
  reply: Nothing,
  refusals: ['not_found', 'not_possible_now', 'changed_meanwhile'],
  rate: 'public',
  event: 'referral.completed',
});
