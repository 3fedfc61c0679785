import * as z from 'zod/mini';
import { AreaId, AreaSettings, Coordinating, CouncilNumbers } from '../model/area.ts';
import { Instant } from '../model/dates.ts';
import { Lack } from '../model/go-live.ts';
import { endpoint } from './endpoint.ts';

/** The area as its coordinator sets it up: whom to ring, and what is missing before it takes referrals. */
export const PlaceView = z.object({
  area: AreaId,
  name: z.string(),
  version: z.int(),
  councils: AreaSettings.shape.councils,
  coordinator: Coordinating,
  lacks: z.array(Lack),
  goneLive: z.nullable(Instant),
});
export type PlaceView = z.infer<typeof PlaceView>;

export const placeRead = endpoint({
  id: 'place.read',
  method: 'GET',
  path: '/api/place',
  boundary: 'staff',
  summary: 'Whom to ring in my area, and what it lacks before it takes referrals',
  roles: ['coordinator'],
  relation: 'own_area',
  reply: PlaceView,
  rate: 'signed_in',
});

/** `version` is the one these were read from. */
export const PlaceChange = z.strictObject({
  version: z.int(),
  councils: z.array(CouncilNumbers).check(z.minLength(1), z.maxLength(20)),
  coordinator: Coordinating,
});
export type PlaceChange = z.infer<typeof PlaceChange>;

export const placeChange = endpoint({
  id: 'place.change',
  method: 'PUT',
  path: '/api/place',
  boundary: 'staff',
  summary: 'Say whom to ring in my area; an area that takes referrals can lack none of it',
  roles: ['coordinator'],
  relation: 'own_area',
  body: PlaceChange,
  reply: PlaceView,
  refusals: ['changed_meanwhile'],
  rate: 'signed_in',
  event: 'area.changed',
});
