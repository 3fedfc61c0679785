import * as z from 'zod/mini';
import { CapacityState } from '../model/capacity.ts';
import { ServiceId } from '../model/ids.ts';
import { endpoint, Nothing } from './endpoint.ts';

/** The token of a mailed link: 32 bytes as base64url. The path is never logged. */
export const LinkPath = z.strictObject({
  token: z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/, 'Use the link as it stands in the mail')),
});

/** What one press on the page says about one activity; `undo` takes the last press back. */
export const RoomPress = z.strictObject({
  service: ServiceId,
  say: z.enum([...CapacityState.options, 'undo'], 'Choose how much room there is'),
});

export type RoomPress = z.infer<typeof RoomPress>;

/** Reading the page changes nothing, however often a mail scanner follows the link. */
export const roomPage = endpoint({
  id: 'capacity.page',
  method: 'GET',
  path: '/capacity/{token}',
  boundary: 'intake',
  kind: 'page',
  summary: 'The page of a mailed link: how much room is there in each activity of the group',
  roles: 'anyone',
  params: LinkPath,
  reply: Nothing,
  refusals: ['not_found'],
  rate: 'public',
});

export const roomPress = endpoint({
  id: 'capacity.press',
  method: 'POST',
  path: '/capacity/{token}',
  boundary: 'intake',
  kind: 'page',
  summary: 'Say by a mailed link how much room there is, or take that back',
  roles: 'anyone',
  params: LinkPath,
  body: RoomPress,
  reply: Nothing,
  refusals: ['not_found', 'changed_meanwhile'],
  rate: 'public',
  event: 'capacity.stated',
});
