import * as z from 'zod/mini';
import { CouncilCode, WardCode } from '../model/area.ts';
import { Room } from '../model/capacity.ts';
import { Instant } from '../model/dates.ts';
import { Barrier, WhyNot } from '../model/evidence.ts';
import { OrganizationId, ServiceId } from '../model/ids.ts';
import { ActivityKind, Need } from '../model/need.ts';
import { Cell } from '../model/postcode.ts';
import { Schedule, Weekday } from '../model/service.ts';
import { endpoint, Nothing } from './endpoint.ts';

/** A query parameter that may stand once or several times. */
const several = <S extends z.ZodMiniType>(one: S) =>
  z.pipe(
    z.transform((given) => (given === undefined || Array.isArray(given) ? given : [given])),
    z.optional(z.array(one)),
  );

const ticked = z.optional(z.literal('1'));

/** The distances one can search within, in miles, nearest first, and the one meant when nobody says. */
export const DISTANCES = ['1', '2', '5', '10', '20'] as const;
export const USUAL_DISTANCE = '5';
export type Distance = (typeof DISTANCES)[number];
/** The next wider distance; undefined for the widest. */
export const wider = (miles: Distance = USUAL_DISTANCE): Distance | undefined =>
  DISTANCES[DISTANCES.indexOf(miles) + 1];

/** What a search asks. `cell` is all it says of where the person is. Distances are miles. */
export const SearchQuery = z.strictObject({
  cell: z.optional(Cell),
  /** The postcode district shown back ("near M14"); never a full postcode. */
  near: z.optional(z.string().check(z.regex(/^[A-Z]{1,2}\d[A-Z\d]?$/, 'Use the first half of a postcode'))),
  need: several(Need),
  miles: z.optional(z.enum(DISTANCES)),
  q: z.optional(z.string().check(z.trim(), z.maxLength(80, 'Use 80 characters or fewer'))),
  day: several(Weekday),
  room: ticked,
  free: ticked,
  step_free: ticked,
  cursor: z.optional(z.string().check(z.maxLength(200))),
});
export type SearchQuery = z.infer<typeof SearchQuery>;

/** What a page reached from a search keeps of it, so that nobody is asked again; anything else is ignored. */
export const SoughtQuery = z.object({
  cell: SearchQuery.shape.cell,
  near: SearchQuery.shape.near,
  need: SearchQuery.shape.need,
  day: SearchQuery.shape.day,
  step_free: ticked,
});

/** Why a result is here, as codes; the words are in shared/text. */
export const MatchReason = z.discriminatedUnion('code', [
  z.strictObject({ code: z.literal('need'), need: Need }),
  z.strictObject({ code: z.literal('words'), words: z.array(z.string()) }),
  z.strictObject({ code: z.literal('near') }),
  z.strictObject({ code: z.literal('day'), day: Weekday }),
  z.strictObject({ code: z.literal('free') }),
  z.strictObject({ code: z.literal('step_free') }),
]);
export type MatchReason = z.infer<typeof MatchReason>;

/** One activity found, with its room, when that was said, and why it matched. */
export const SearchResult = z.object({
  serviceId: ServiceId,
  organizationId: OrganizationId,
  serviceName: z.string(),
  organizationName: z.string(),
  kind: ActivityKind,
  needs: z.array(Need),
  miles: z.nullable(z.number()),
  wardName: z.string(),
  schedules: z.array(Schedule),
  /** Null: nobody has said, which is not free. */
  pence: z.nullable(z.int()),
  room: Room,
  /** Whether a referral can be sent through the portal (checked group, basics in date, not closed). */
  referable: z.boolean(),
  /** Taken from a directory: nobody of the group has spoken for it yet. */
  unclaimed: z.boolean(),
  /** In its first thirty days: three people at a time at most. */
  isNew: z.boolean(),
  reasons: z.array(MatchReason),
  lastReviewedAt: Instant,
});
export type SearchResult = z.infer<typeof SearchResult>;

/**
 * Each single answer that, if dropped, brings more results, and how many. `miles` is not dropped but
 * widened by one step, and only counted when little was found.
 */
export const Loosening = z.object({
  drop: z.enum(['miles', 'need', 'q', 'day', 'room', 'free', 'step_free']),
  results: z.int(),
  /** How many of them only because the group has not said, which is not the same as no. */
  notSaid: z.int(),
});

/** Why nothing found could take somebody, and in which council that was; the words are in shared/text. */
export const Missing = z.object({
  cause: WhyNot,
  barrier: z.nullable(Barrier),
  council: z.nullable(CouncilCode),
});
export type Missing = z.infer<typeof Missing>;

export const SearchReply = z.object({
  results: z.array(SearchResult),
  total: z.int(),
  /** The cursor of the next page, or null. Carries an offset and a hash of the query. */
  next: z.nullable(z.string()),
  loosen: z.array(Loosening),
  /** On the first page of a search for a need near a place, when nothing could take somebody. */
  missing: z.nullable(Missing),
  /** Server time the room was judged at. */
  now: Instant,
});
export type SearchReply = z.infer<typeof SearchReply>;

export const search = endpoint({
  id: 'search',
  method: 'GET',
  path: '/api/search',
  boundary: 'public',
  summary: 'Activities near a map square that fit needs, words and days, those with room first',
  roles: 'anyone',
  /** `ward` stands for the square in its middle, where nothing nearer is known of where somebody lives. */
  query: z.extend(SearchQuery, { ward: z.optional(WardCode) }),
  reply: SearchReply,
  rate: 'public',
});

export const findPage = endpoint({
  id: 'find.page',
  method: 'GET',
  path: '/find',
  boundary: 'public',
  kind: 'page',
  summary: 'The search page with its results, complete without script',
  roles: 'anyone',
  query: SearchQuery,
  reply: Nothing,
  rate: 'public',
});

/** The script-off form: a full postcode in the body, answered by a redirect that carries only a map square. */
export const FindForm = z.object({
  postcode: z.optional(z.string().check(z.trim(), z.maxLength(40, 'Enter a full postcode, like M14 5RX'))),
  /** Where the page already searches: kept when the postcode is left empty or as that district. */
  cell: z.optional(Cell),
  near: SearchQuery.shape.near,
  need: several(Need),
  miles: z.optional(z.enum(DISTANCES)),
  q: SearchQuery.shape.q,
  day: several(Weekday),
  room: ticked,
  free: ticked,
  step_free: ticked,
});

export const findForm = endpoint({
  id: 'find.form',
  method: 'POST',
  path: '/find',
  boundary: 'public',
  kind: 'redirect',
  status: 303,
  summary:
    'Turns a postcode into a map square and goes to the results; a postcode it does not know gets a page that helps',
  roles: 'anyone',
  body: FindForm,
  reply: Nothing,
  rate: 'public',
});
