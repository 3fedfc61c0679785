import * as z from 'zod/mini';
import { RecordedOutcome } from '../model/referral.ts';
import { endpoint, Nothing } from './endpoint.ts';
import { LinkPath } from './links.ts';

/** Reading the page changes nothing, however often a mail scanner follows the link. */
export const outcomePage = endpoint({
  id: 'outcome.page',
  method: 'GET',
  path: '/outcome/{token}',
  boundary: 'intake',
  kind: 'page',
  summary: 'The page of a mailed link: what came of a referral',
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
  summary: 'Record by a mailed link what came of a referral; works once',
  roles: 'anyone',
  params: LinkPath,
  body: z.strictObject({ outcome: RecordedOutcome }),
  reply: Nothing,
  refusals: ['not_found', 'not_possible_now', 'changed_meanwhile'],
  rate: 'public',
  event: 'referral.completed',
});
