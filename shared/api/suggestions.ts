import * as z from 'zod/mini';
import { OrganizationId, SuggestionId } from '../model/ids.ts';
import { endpoint } from './endpoint.ts';

export const SuggestionTopic = z.enum(
  ['out_of_date', 'something_missing', 'has_closed', 'something_else'],
  'Choose what is wrong',
);

/** Anyone may say that a listing is wrong. No name or contact is asked for or kept. */
export const suggestionMake = endpoint({
  id: 'suggestion.make',
  method: 'POST',
  path: '/api/suggestions',
  boundary: 'intake',
  status: 202,
  summary: 'Say that a listing is wrong; a coordinator looks at it',
  roles: 'anyone',
  body: z.strictObject({
    organizationId: OrganizationId,
    topic: SuggestionTopic,
    text: z
      .string()
      .check(z.trim(), z.minLength(1, 'Say what is wrong'), z.maxLength(500, 'Use 500 characters or fewer')),
  }),
  reply: z.object({ id: SuggestionId }),
  refusals: ['not_found', 'key_reused'],
  rate: 'suggestion',
  event: 'suggestion.made',
});

export const suggestionResolve = endpoint({
  id: 'moderation.suggestion_resolve',
  method: 'POST',
  path: '/api/moderation/suggestions/{suggestionId}/resolve',
  boundary: 'staff',
  summary: 'Say that a suggestion has been dealt with',
  roles: ['coordinator'],
  relation: 'own_area',
  params: z.strictObject({ suggestionId: SuggestionId }),
  body: z.strictObject({
    how: z.enum(['listing_changed', 'listing_was_right', 'group_told'], 'Choose what was done'),
  }),
  reply: z.object({ id: SuggestionId }),
  refusals: ['not_found', 'done_already', 'changed_meanwhile'],
  rate: 'signed_in',
  event: 'suggestion.resolved',
});
