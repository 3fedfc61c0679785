import * as z from 'zod/mini';
import { CouncilCode } from '../model/area.ts';
import { Day, Instant } from '../model/dates.ts';
import { Grant, GrantWritten } from '../model/grant.ts';
import { GrantAnswers, QUESTION_ANSWERS } from '../model/grant-answers.ts';
import { GrantMatch, Unlock } from '../model/grant-match.ts';
import { GrantId, OrganizationId } from '../model/ids.ts';
import { endpoint, Nothing } from './endpoint.ts';
import { GroupPath } from './group-public.ts';

/** How many funds an area lists at most. */
export const MOST_GRANTS = 100;

const optional = <S extends z.ZodMiniType>(schema: S) => z.optional(z.union([schema, z.literal('unknown')]));

/** Answers in an address: each may be left out or `unknown`. They name nobody and nothing of them is kept. */
export const GrantQuery = z.strictObject({
  form: optional(QUESTION_ANSWERS.form),
  income: optional(QUESTION_ANSWERS.income),
  council: optional(QUESTION_ANSWERS.council),
  committee: optional(QUESTION_ANSWERS.committee),
  account: optional(QUESTION_ANSWERS.account),
  purpose: optional(QUESTION_ANSWERS.purpose),
  amount: optional(QUESTION_ANSWERS.amount),
  by: optional(QUESTION_ANSWERS.by),
  running: optional(QUESTION_ANSWERS.running),
  host: optional(QUESTION_ANSWERS.host),
  constitution: optional(QUESTION_ANSWERS.constitution),
  safeguarding: optional(QUESTION_ANSWERS.safeguarding),
  accounts: optional(QUESTION_ANSWERS.accounts),
  equality: optional(QUESTION_ANSWERS.equality),
  insurance: optional(QUESTION_ANSWERS.insurance),
  plan: optional(QUESTION_ANSWERS.plan),
  no_history: optional(QUESTION_ANSWERS.no_history),
  none_apply: optional(QUESTION_ANSWERS.none_apply),
});
export type GrantQuery = z.infer<typeof GrantQuery>;

const GrantPath = z.strictObject({ grantId: GrantId });
/** Funds for some answers, best first, and what to do next: what each question settles, what each fix opens. */
const found = {
  answers: GrantAnswers,
  /** How many funds each question settles, by the name of the question. */
  settles: z.record(z.string(), z.int()),
  matches: z.array(GrantMatch),
  unlocks: z.array(Unlock),
  /** The councils to choose from. */
  councils: z.array(z.object({ code: CouncilCode, name: z.string() })),
  /** Whom to ring when no fund fits. */
  helpers: z.array(z.object({ area: z.string(), name: z.string(), phone: z.string() })),
  now: Instant,
} as const;
export const GrantsFound = z.object(found);
export type GrantsFound = z.infer<typeof GrantsFound>;

export const grantList = endpoint({
  id: 'grant.list',
  method: 'GET',
  path: '/api/grants',
  boundary: 'grants',
  summary: 'Small grants with a verdict and reasons for the answers given; nothing of them is kept',
  roles: 'anyone',
  query: GrantQuery,
  reply: GrantsFound,
  rate: 'public',
});

export const grantsPage = endpoint({
  id: 'grant.list_page',
  method: 'GET',
  path: '/grants',
  boundary: 'grants',
  kind: 'page',
  summary: 'The list of small grants, with questions anyone may answer in the page',
  roles: 'anyone',
  query: GrantQuery,
  reply: Nothing,
  rate: 'public',
});

export const grantPage = endpoint({
  id: 'grant.page',
  method: 'GET',
  path: '/grants/{grantId}',
  boundary: 'grants',
  kind: 'page',
  summary: 'One fund: what it pays, its rules and where each stands, how long is left, whom to ask',
  roles: 'anyone',
  params: GrantPath,
  query: GrantQuery,
  reply: Nothing,
  refusals: ['not_found'],
  rate: 'public',
});

/** A group’s answers as they are kept, and whether its safeguarding answers may be used for grants too. */
export const GrantProfile = z.strictObject({ answers: GrantAnswers, useSafeguarding: z.boolean() });
export type GrantProfile = z.infer<typeof GrantProfile>;

export const GroupGrants = z.object({
  ...found,
  group: z.object({ id: OrganizationId, name: z.string(), safeguardingConfirmedOn: z.nullable(Day) }),
  useSafeguarding: z.boolean(),
  /** When the group last answered; null when it never did. */
  answeredOn: z.nullable(Day),
});
export type GroupGrants = z.infer<typeof GroupGrants>;

export const groupGrants = endpoint({
  id: 'group.grants',
  method: 'GET',
  path: '/api/groups/{groupId}/grants',
  boundary: 'staff',
  summary: 'Small grants for a group I lead, with a verdict and the reasons for and against',
  roles: ['group_lead'],
  relation: 'own_group',
  params: GroupPath,
  reply: GroupGrants,
  refusals: ['not_found'],
  rate: 'signed_in',
});

export const grantProfileAnswer = endpoint({
  id: 'group.grant_profile',
  method: 'PUT',
  path: '/api/groups/{groupId}/grant-profile',
  boundary: 'staff',
  summary: 'Answer what funds ask, each question with "don’t know"; the verdicts come back',
  roles: ['group_lead'],
  relation: 'own_group',
  params: GroupPath,
  body: GrantProfile,
  // One tap from what the page offers: no answer can be mistyped.
  form: z.strictObject({ answers: z.unknown(), useSafeguarding: z.boolean() }),
  reply: GroupGrants,
  refusals: ['not_found', 'key_reused', 'changed_meanwhile'],
  rate: 'signed_in',
  event: 'grant_profile.answered',
});

const Kept = z.object({ grant: Grant, version: z.int(), isVerified: z.boolean(), isClosed: z.boolean() });
export type KeptGrant = z.infer<typeof Kept>;

export const grantsKept = endpoint({
  id: 'moderation.grants',
  method: 'GET',
  path: '/api/moderation/grants',
  boundary: 'staff',
  summary: 'Every fund of my area, those to look at again first',
  roles: ['coordinator'],
  relation: 'own_area',
  reply: z.object({
    rows: z.array(Kept),
    councils: z.array(z.object({ code: CouncilCode, name: z.string() })),
    now: Instant,
  }),
  rate: 'signed_in',
});

export const grantAdd = endpoint({
  id: 'grant.add',
  method: 'POST',
  path: '/api/grants',
  boundary: 'staff',
  status: 201,
  summary: 'Add a fund that was just read at its source; a published one is findable within a minute',
  roles: ['coordinator'],
  relation: 'own_area',
  body: GrantWritten,
  // Rules are made of ticks, never typed.
  form: z.extend(GrantWritten, { criteria: z.array(z.unknown()) }),
  reply: Kept,
  refusals: ['key_reused', 'list_full'],
  rate: 'signed_in',
  event: 'grant.added',
});

export const grantChange = endpoint({
  id: 'grant.change',
  method: 'PUT',
  path: '/api/grants/{grantId}',
  boundary: 'staff',
  summary: 'Change a fund after reading its source again, publish it or withdraw it',
  roles: ['coordinator'],
  relation: 'own_area',
  params: GrantPath,
  /** `version`: what the change was made from, so that nobody’s change is lost. */
  body: z.strictObject({ version: z.int(), grant: GrantWritten }),
  reply: Kept,
  refusals: ['not_found', 'key_reused', 'changed_meanwhile'],
  rate: 'signed_in',
  event: 'grant.changed',
});

export const grantCheck = endpoint({
  id: 'grant.check',
  method: 'POST',
  path: '/api/grants/{grantId}/check',
  boundary: 'staff',
  summary: 'Say that a fund was compared with its source today and is as it says',
  roles: ['coordinator'],
  relation: 'own_area',
  params: GrantPath,
  reply: Kept,
  refusals: ['not_found', 'key_reused', 'changed_meanwhile'],
  rate: 'signed_in',
  event: 'grant.checked',
});
