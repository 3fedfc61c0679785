import { SIGN_IN_DAYS } from '#functions/domain/invite/invitation.ts';
import { LINK_LIVES } from '#functions/domain/links/life.ts';
import { NEW_DAYS } from '#functions/domain/referral/newcomer.ts';
import type { auditKeys } from './audit-keys.ts';
import { ONCE_A_WEEK } from './delivery.ts';
import { MARKS_KEPT_HOURS } from './done.ts';
import { EVENT_KEPT_DAYS } from './event.ts';
import { WITHDRAWN_KEPT_DAYS } from './grant.ts';
import { PROFILE_KEPT_DAYS } from './grant-profile.ts';
import { HANDLED_KEPT_DAYS } from './handled.ts';
import type { insightKeys } from './insight-keys.ts';
import { INVITATION_KEPT_DAYS } from './invite.ts';
import type { directoryKeys, eventKeys, keyKeys, peopleKeys, portalKeys, sessionKeys } from './keys.ts';
import { LAST_SIGN_IN_KEPT_DAYS } from './last-sign-in.ts';
import { LEAVER_KEPT_DAYS } from './leaver.ts';
import { LINK_REMEMBERED_DAYS } from './link-token.ts';
import { LOGIN_SECONDS } from './login.ts';
import { REGISTRATION_KEPT_DAYS } from './registration.ts';
import { ABSOLUTE_HOURS } from './session.ts';
import { SUGGESTION_KEPT_DAYS } from './suggestion.ts';
import type { Key } from './table.ts';
import { TASK_KEPT_DAYS } from './task.ts';
import { CLOSED_KEPT_DAYS } from './user.ts';

/** How long things are kept and what ends them, in the words and the order of docs/retention.md. */
export const KEPT = {
  copy: {
    what: 'the group’s sealed copy of contact details, and the referral in its inbox',
    kept: '30 whole days after the referral closed; a withdrawal destroys the copy at once',
    endedBy: 'daily destroying',
  },
  original: {
    what: 'the sending team’s sealed original, its wrapped key and fingerprint',
    kept: 'the same; after a no or no answer while the person may still be sent elsewhere, 90 days at most',
    endedBy: 'daily destroying',
  },
  words: {
    what: 'words typed on a referral (wishes, label, questions, comments, notes)',
    kept: 'as long as the original',
    endedBy: 'daily destroying',
  },
  referral: {
    what: 'the referral without identity, its spoken reference, and the note of the day it closed',
    kept: 'three years after it closed',
    endedBy: 'daily destroying',
  },
  session: {
    what: 'sessions, sign-ins on their way, rate counters, what Undo brings back',
    kept: 'to their end',
    endedBy: 'TTL',
  },
  link: {
    what: 'hashes of mailed links',
    kept: '60 days after their end, to say that a link has run out',
    endedBy: 'TTL',
  },
  registration: {
    what: 'registrations nobody confirmed; sent back; of a listed group',
    kept: 'a week; half a year; with the group',
    endedBy: 'TTL',
  },
  invitation: {
    what: 'invitations; the way in of an address',
    kept: '30 days after their end; to its end, or its first use',
    endedBy: 'TTL',
  },
  task: {
    what: 'a coordinator’s task that is done; the line of the history about it',
    kept: 'half a year; a year',
    endedBy: 'TTL',
  },
  suggestion: {
    what: 'what somebody said is wrong with a listing',
    kept: 'half a year after a coordinator dealt with it',
    endedBy: 'TTL',
  },
  leaver: { what: 'that somebody left a team', kept: '90 days', endedBy: 'TTL' },
  person: {
    what: 'somebody who may sign in no more; when somebody last signed in',
    kept: 'two years after they were closed; three years',
    endedBy: 'TTL',
  },
  mark: {
    what: 'marks that a consumer has done with an event; that somebody had their mail',
    kept: '48 hours; a week',
    endedBy: 'TTL',
  },
  first: { what: 'the open referrals of a new group', kept: '30 days', endedBy: 'TTL' },
  fund: {
    what: 'what a group answered about grants; a fund that was withdrawn',
    kept: 'two years after the last answer; two years',
    endedBy: 'TTL',
  },
  event: {
    what: 'events, and their links in the chains of the audit',
    kept: 'eight years and a month; the first event of what stays, with it',
    endedBy: 'TTL',
  },
  anchor: {
    what: 'signed anchors, the ends of chains, how far each schedule has come',
    kept: 'with the deployment: hashes, ids and days alone, by which a check knows what was due to go',
    endedBy: '-',
  },
  evidence: {
    what: 'evidence by quarter, closed quarters',
    kept: 'with the deployment; counts, which name nobody',
    endedBy: '-',
  },
  group: {
    what: 'groups, activities, room, safeguarding answers, who belongs to them, teams, areas, imports',
    kept: 'while there; no route closes a group yet',
    endedBy: '-',
  },
  identity: {
    what: 'which user an account of the identity provider is: a hash and an id',
    kept: 'with the deployment; it leads nowhere once the user is forgotten',
    endedBy: '-',
  },
  shown: {
    what: 'listings, search blocks, supply',
    kept: 'follow what they show',
    endedBy: 'projection',
  },
} as const satisfies Record<string, { what: string; kept: string; endedBy: string }>;

/**
 * The rule of one kind of item: its line above, and whether it carries a `ttl`: always, once its time has
 * begun to run out, or never. `days`: the furthest away a `ttl` may lie when it is written.
 */
export type Rule =
  | { as: keyof typeof KEPT; ttl: 'never' }
  | { as: keyof typeof KEPT; ttl: 'always' | 'sometimes'; days: number };

/** The kinds of items for which a table's keys are made. */
type Kinds<Keys> = {
  [Name in keyof Keys]: Keys[Name] extends (...given: never[]) => Key ? Name : never;
}[keyof Keys];
type Rules<Keys> = Readonly<Record<Kinds<Keys>, Rule>>;

const stays = (as: keyof typeof KEPT): Rule => ({ as, ttl: 'never' });
const ends = (as: keyof typeof KEPT, days: number): Rule => ({ as, ttl: 'always', days });
const mayEnd = (as: keyof typeof KEPT, days: number): Rule => ({ as, ttl: 'sometimes', days });

/** Days a mailed link of any purpose may live. */
const LONGEST_LINK = Math.max(...Object.values(LINK_LIVES).map(({ days }) => days));

const portal: Rules<typeof portalKeys> = {
  areas: stays('group'),
  area: stays('group'),
  goLive: stays('group'),
  organization: stays('group'),
  safeguarding: stays('group'),
  firstReferrals: ends('first', NEW_DAYS),
  service: stays('group'),
  capacity: stays('group'),
  scheme: stays('group'),
  referral: stays('referral'),
  reference: stays('referral'),
  suggestion: mayEnd('suggestion', SUGGESTION_KEPT_DAYS),
  task: mayEnd('task', TASK_KEPT_DAYS),
  handled: ends('task', HANDLED_KEPT_DAYS),
  grant: mayEnd('fund', WITHDRAWN_KEPT_DAYS),
  grantProfile: ends('fund', PROFILE_KEPT_DAYS),
  registration: mayEnd('registration', REGISTRATION_KEPT_DAYS.returned),
  groupName: stays('registration'),
  import: stays('group'),
  importPart: stays('group'),
  reading: stays('group'),
  user: mayEnd('person', CLOSED_KEPT_DAYS),
  identity: stays('identity'),
  invite: mayEnd('invitation', SIGN_IN_DAYS),
  invitation: ends('invitation', LINK_LIVES.invite.days + INVITATION_KEPT_DAYS),
  lastSignIn: ends('person', LAST_SIGN_IN_KEPT_DAYS),
  staffMember: stays('group'),
  teamMember: stays('group'),
  leaver: ends('leaver', LEAVER_KEPT_DAYS),
  member: stays('group'),
};
const events: Rules<typeof eventKeys> = {
  event: mayEnd('event', EVENT_KEPT_DAYS),
  done: ends('mark', MARKS_KEPT_HOURS / 24),
  heard: ends('mark', ONCE_A_WEEK / 24),
  asked: stays('anchor'),
  timed: stays('anchor'),
  lapsesSeen: stays('anchor'),
  closed: stays('referral'),
  purged: stays('anchor'),
  swept: stays('anchor'),
};
const directory: Rules<typeof directoryKeys> = {
  areas: stays('shown'),
  manifest: stays('shown'),
  block: stays('shown'),
  group: stays('shown'),
  room: stays('shown'),
  grants: stays('shown'),
  grant: stays('shown'),
  outcode: stays('shown'),
  elsewhere: stays('shown'),
  wards: stays('shown'),
};
const sessions: Rules<typeof sessionKeys> = {
  session: ends('session', ABSOLUTE_HOURS / 24),
  login: ends('session', LOGIN_SECONDS / 86_400),
  roster: ends('session', ABSOLUTE_HOURS / 24),
  rate: ends('session', 2),
  link: ends('link', LONGEST_LINK + LINK_REMEMBERED_DAYS),
  newestLink: ends('link', LONGEST_LINK + LINK_REMEMBERED_DAYS),
  linkUndo: ends('session', LONGEST_LINK),
};
const people: Rules<typeof peopleKeys> = {
  original: stays('original'),
  copy: stays('copy'),
  same: stays('original'),
};
const keys: Rules<typeof keyKeys> = { person: stays('original') };
const audit: Rules<typeof auditKeys> = {
  link: ends('event', EVENT_KEPT_DAYS),
  head: stays('anchor'),
  anchor: stays('anchor'),
  lastAnchor: stays('anchor'),
};
const insight: Rules<typeof insightKeys> = {
  supply: stays('shown'),
  evidence: stays('evidence'),
  snapshot: stays('evidence'),
};

/** The rule of every kind of item there is, by table; a kind without one does not compile. */
export const RETENTION = { portal, events, directory, sessions, people, keys, audit, insight } as const;
