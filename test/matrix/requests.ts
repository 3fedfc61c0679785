import { randomUUID } from 'node:crypto';
import type { LinkPurpose } from '#functions/domain/links/life.ts';
import type { Day } from '#shared/model/dates.ts';
import type { OrganizationId, ReferralId, SuggestionId } from '#shared/model/ids.ts';
import type { Answer, Caller } from '#test/support/caller.ts';
import { dayFromNow } from '#test/support/days.ts';
import {
  type DemoGroup,
  type Patiently,
  referralAt,
  type Stage,
  takeBackUnanswered,
} from '#test/support/demonstration.ts';
import { referralRequest } from '#test/support/referral-request.ts';
import { groupAnswers } from '#test/support/registering.ts';
import { FUND, type FundThing, grantRequest } from './grant-requests.ts';
import { type GroupThings, groupRequest, isAboutOwnGroup } from './group-requests.ts';
import { type InviteThings, isAboutPeople, peopleRequest } from './invite-requests.ts';
import { LINKED, linkRequest } from './link-requests.ts';
import type { Made } from './made.ts';
import { placeAsItIs } from './place-requests.ts';
import { isAboutStanding, standingRequest } from './standing-requests.ts';

/** Whose things a cell is about: the demonstration group and scheme, or another group and another area. */
export type Things = GroupThings & {
  /** An activity a referral can be sent to. */
  referable: DemoGroup;
  sender: Caller;
  reader: Caller | undefined;
  suggestion: () => Promise<SuggestionId>;
  patiently: Patiently;
  /** The day by the portal's clock, which waiting for rates moves on. */
  today: () => Day;
  /** A published fund of the area, with its version. */
  fund: () => Promise<FundThing>;
  /** The token of a mailed link that works. */
  link: (purpose: LinkPurpose, to?: { subject: string; holder: string }) => Promise<string>;
  /** Who leads and who coordinates the group; undefined where nobody in the demonstration does. */
  lead: Caller | undefined;
  coordinator: Caller | undefined;
  /** Invitations to the team. */
  invites: InviteThings;
  /** A group that waits for a check. */
  toCheck: () => Promise<OrganizationId>;
  /** The signed token of a registration page shown a while ago. */
  form: () => Promise<string>;
};

const referral = (action: string, stage: Stage, body: object = {}) => ({
  stage,
  make: (id: ReferralId): Made => ({ method: 'POST', path: `/api/referrals/${id}/${action}`, body }),
});

/** Routes about one referral: the stage it must have reached for the move to be legal, and the move. */
const REFERRAL_MOVES: Record<string, { stage: Stage; make: (id: ReferralId, things: Things) => Made }> = {
  'GET /api/referrals/{referralId}': {
    stage: 'sent',
    make: (id) => ({ method: 'GET', path: `/api/referrals/${id}` }),
  },
  'POST /api/referrals/{referralId}/open': referral('open', 'sent'),
  'POST /api/referrals/{referralId}/accept': referral('accept', 'sent', { contactBy: dayFromNow(7) }),
  'POST /api/referrals/{referralId}/decline': referral('decline', 'sent', {
    reason: 'outside_area',
    declinedBy: 'group',
    comment: null,
  }),
  'POST /api/referrals/{referralId}/start': {
    stage: 'accepted',
    make: (id, { today }) => ({
      method: 'POST',
      path: `/api/referrals/${id}/start`,
      body: { on: today() },
    }),
  },
  'POST /api/referrals/{referralId}/not-start': referral('not-start', 'accepted', { reason: 'changed_mind' }),
  'POST /api/referrals/{referralId}/complete': referral('complete', 'started', {
    outcome: 'came_regularly',
    words: null,
  }),
  'POST /api/referrals/{referralId}/withdraw': referral('withdraw', 'sent', {
    reason: 'person_asked',
    agreementWithdrawn: false,
  }),
  'POST /api/referrals/{referralId}/resend': {
    stage: 'declined',
    make: (id, { referable }) => ({
      method: 'POST',
      path: `/api/referrals/${id}/resend`,
      body: { serviceId: referable.serviceId, how: 'by_phone', checked: true },
    }),
  },
  'POST /api/referrals/{referralId}/put-aside': referral('put-aside', 'declined'),
  'POST /api/referrals/{referralId}/reveal': referral('reveal', 'accepted'),
  'POST /api/referrals/{referralId}/ask': referral('ask', 'sent', { text: 'Are stairs a problem?' }),
  'POST /api/referrals/{referralId}/answer': referral('answer', 'asked', { text: 'No, they are not' }),
  'POST /api/referrals/{referralId}/wait-list': referral('wait-list', 'sent', {
    month: dayFromNow(40).slice(0, 7),
  }),
  'POST /api/referrals/{referralId}/keep-waiting': referral('keep-waiting', 'waitlisted'),
  'POST /api/referrals/{referralId}/hand-back': referral('hand-back', 'accepted', {
    immediateDanger: false,
    called: null,
    kind: 'more_than_volunteers',
    personAware: 'yes',
    note: null,
  }),
  'POST /api/referrals/{referralId}/record-new-owner': {
    stage: 'handed_back',
    make: (id, { today }) => {
      const owner = { who: 'Duty team', organization: 'Adult social care', how: 'phone', accepted: true };
      return {
        method: 'POST',
        path: `/api/referrals/${id}/record-new-owner`,
        body: { ...owner, on: today() },
      };
    },
  },
  'POST /api/referrals/{referralId}/return': referral('return', 'handed_back', { note: 'We spoke about it' }),
};

const PLAIN: Record<string, (things: Things) => Made> = {
  'GET /find': () => ({ method: 'GET', path: '/find?need=company' }),
  'POST /find': () => ({ method: 'POST', path: '/find', form: { postcode: 'M14 5RL' } }),
  'GET /link-workers': () => ({ method: 'GET', path: '/link-workers' }),
  'GET /groups/{groupId}': ({ group }) => ({ method: 'GET', path: `/groups/${group.groupId}` }),
  'GET /register': () => ({ method: 'GET', path: '/register' }),
  'GET /api/search': () => ({ method: 'GET', path: '/api/search?need=company' }),
  'GET /api/groups/{groupId}': ({ group }) => ({ method: 'GET', path: `/api/groups/${group.groupId}` }),
  'GET /api/openapi.json': () => ({ method: 'GET', path: '/api/openapi.json' }),
  'POST /api/reports': () => ({ method: 'POST', path: '/api/reports', body: {} }),
  'POST /api/suggestions': ({ group }) => ({
    method: 'POST',
    path: '/api/suggestions',
    body: { organizationId: group.groupId, topic: 'out_of_date', text: 'The time has changed' },
  }),
  'GET /auth/sign-in': () => ({ method: 'GET', path: '/auth/sign-in' }),
  'GET /auth/callback': () => ({ method: 'GET', path: `/auth/callback?state=${randomUUID()}&code=x` }),
  'GET /api/session': () => ({ method: 'GET', path: '/api/session' }),
  'POST /auth/sign-out': () => ({ method: 'POST', path: '/auth/sign-out' }),
  'GET /api/groups/{groupId}/services': ({ group }) => ({
    method: 'GET',
    path: `/api/groups/${group.groupId}/services`,
  }),
  'GET /api/groups/{groupId}/safeguarding': ({ group }) => ({
    method: 'GET',
    path: `/api/groups/${group.groupId}/safeguarding`,
  }),
  'PUT /api/groups/{groupId}/safeguarding': ({ group }) => ({
    method: 'PUT',
    path: `/api/groups/${group.groupId}/safeguarding`,
    body: { checks: ['two_of_us'] },
  }),
  'PUT /api/services/{serviceId}/capacity': ({ group }) => ({
    method: 'PUT',
    path: `/api/services/${group.serviceId}/capacity`,
    body: { state: 'open', places: 900 },
  }),
  'GET /api/services/{serviceId}/referral-form': ({ group }) => ({
    method: 'GET',
    path: `/api/services/${group.serviceId}/referral-form`,
  }),
  'GET /api/referrals?view=caseload': () => ({ method: 'GET', path: '/api/referrals?view=caseload' }),
  'GET /api/referrals?view=team': () => ({ method: 'GET', path: '/api/referrals?view=team' }),
  'GET /api/referrals?view=inbox': () => ({ method: 'GET', path: '/api/referrals?view=inbox' }),
  'GET /api/moderation/queue': () => ({ method: 'GET', path: '/api/moderation/queue' }),
  'GET /api/moderation/done': () => ({ method: 'GET', path: '/api/moderation/done' }),
  'GET /grants': () => ({ method: 'GET', path: '/grants?income=to_10000' }),
  'GET /api/grants': () => ({ method: 'GET', path: '/api/grants?form=charity' }),
  'POST /api/grants': () => ({ method: 'POST', path: '/api/grants', body: FUND }),
  'GET /api/moderation/grants': () => ({ method: 'GET', path: '/api/moderation/grants' }),
  'GET /api/groups/{groupId}/grants': ({ group }) => ({
    method: 'GET',
    path: `/api/groups/${group.groupId}/grants`,
  }),
  'PUT /api/groups/{groupId}/grant-profile': ({ group }) => ({
    method: 'PUT',
    path: `/api/groups/${group.groupId}/grant-profile`,
    body: { answers: { form: 'charity' }, useSafeguarding: false },
  }),
  'GET /api/place': () => ({ method: 'GET', path: '/api/place' }),
  'PUT /api/place': () => ({ method: 'PUT', path: '/api/place', body: placeAsItIs() }),
  'GET /api/mail-choice': () => ({ method: 'GET', path: '/api/mail-choice' }),
  'PUT /api/mail-choice': () => ({ method: 'PUT', path: '/api/mail-choice', body: { often: 'instant' } }),
  'GET /api/insight/supply': () => ({ method: 'GET', path: '/api/insight/supply' }),
  'GET /api/insight/gaps': () => ({ method: 'GET', path: '/api/insight/gaps' }),
  'POST /api/gap-notes': () => ({
    method: 'POST',
    path: '/api/gap-notes',
    body: { kind: 'noted', needs: ['food'], cause: 'absent', barrier: null },
  }),
  'POST /api/introductions': ({ referable }) => ({
    method: 'POST',
    path: '/api/introductions',
    body: { how: 'told_of', needs: ['food'], on: dayFromNow(0), serviceId: referable.serviceId },
  }),
};

/** A coordinator lists a group or sends it back. */
const checking = (route: string, id: OrganizationId): Made => ({
  method: 'POST',
  path: route.replace('POST ', '').replace('{groupId}', id),
  body: route.endsWith('check') ? { how: 'visited', note: '' } : { reason: 'not_reached', note: '' },
});

/** A group that asks to be listed, by page or as JSON. */
const registering = (route: string, form: string): Made =>
  route === 'POST /register'
    ? { method: 'POST', path: '/register', form: { ...groupAnswers(), form } }
    : { method: 'POST', path: '/api/registrations', body: { ...groupAnswers(), form } };

/** A coordinator's task of the sender's area: that link workers miss food; to be put back, it is settled first. */
async function tasking(route: string, { sender, reader, coordinator, patiently }: Things): Promise<Made> {
  const body = { kind: 'noted', needs: ['food'], cause: 'absent', barrier: null };
  await patiently(() => sender.post('/api/gap-notes', body));
  const path = `/api/moderation/tasks/gap-food-${reader === undefined ? 'E06000051' : 'E08000003'}`;
  const settle: Made = { method: 'POST', path: `${path}/settle`, body: { outcome: 'nothing_now' } };
  if (route.endsWith('settle')) return settle;
  if (coordinator !== undefined) await patiently(() => send(coordinator, settle));
  return { method: 'POST', path: `${path}/reopen`, body: {} };
}

/** The request of a route on some things; a route about a referral gets one at the stage it needs. */
export async function requestFor(route: string, things: Things, shared?: ReferralId): Promise<Made> {
  const move = REFERRAL_MOVES[route];
  if (move !== undefined) return move.make(shared ?? (await referralFor(route, things)), things);
  if (route.includes('{taskId}')) return tasking(route, things);
  if (route.includes('{suggestionId}')) {
    const id = await things.suggestion();
    return { method: 'POST', path: `/api/moderation/suggestions/${id}/resolve`, body: { how: 'group_told' } };
  }
  if (route.startsWith('POST') && route.includes('regist')) return registering(route, await things.form());
  if (route.startsWith('POST /api/moderation/groups/')) return checking(route, await things.toCheck());
  if (route === 'POST /api/referrals') return sending(things);
  if (route in LINKED) return linkRequest(route, things, () => startedFor(things));
  if (isAboutPeople(route)) return peopleRequest(route, things.invites);
  if (route.includes('{grantId}')) return grantRequest(route, await things.fund());
  return aboutGroups(route, things) ?? plainly(route, things);
}

/** A request that sends somebody, with room for one more offer. */
async function sending({ referable, sender, patiently }: Things): Promise<Made> {
  await takeBackUnanswered(sender, patiently);
  return { method: 'POST', path: '/api/referrals', body: referralRequest(referable.serviceId) };
}

/** A request about a group or its standing; undefined for any other. */
function aboutGroups(route: string, things: Things): Promise<Made> | undefined {
  if (isAboutOwnGroup(route)) return groupRequest(route, things);
  return isAboutStanding(route) ? standingRequest(route, things) : undefined;
}

function plainly(route: string, things: Things): Made {
  const plain = PLAIN[route];
  if (plain === undefined) throw new Error(`No request is written for ${route}`);
  return plain(things);
}

/** Whom a link that asks what came of a referral is mailed to, and a referral that has started. */
async function startedFor({ sender, reader, referable, patiently }: Things) {
  if (reader === undefined) return undefined;
  const subject = await referralAt('started', sender, reader, referable.serviceId, patiently);
  const { userId } = (await sender.get('/api/session')).json as { userId: string };
  return { subject, holder: userId };
}

/** A referral at the stage a route needs; undefined for routes that are not about one. */
export async function referralFor(
  route: string,
  { sender, reader, referable, patiently }: Things,
): Promise<ReferralId> {
  const stage = REFERRAL_MOVES[route]?.stage ?? 'sent';
  // Another area's group has no reader to sign in as: its referrals stay as sent, which is enough to be refused.
  return referralAt(
    reader === undefined ? 'sent' : stage,
    sender,
    reader ?? sender,
    referable.serviceId,
    patiently,
  );
}

export const isAboutReferral = (route: string): boolean => route in REFERRAL_MOVES;

export const send = (caller: Caller, { method, path, body, form }: Made): Promise<Answer> =>
  caller.ask(method, path, { body, ...(form === undefined ? {} : { form }) });
