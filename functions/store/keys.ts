import type { AreaId } from '#shared/model/area.ts';
import type { Day } from '#shared/model/dates.ts';
import type {
  GrantId,
  InviteId,
  OrganizationId,
  PersonId,
  ReferralId,
  SchemeId,
  ServiceId,
  SuggestionId,
  UserId,
} from '#shared/model/ids.ts';
import type { ImportId } from '#shared/model/listing-source.ts';
import type { Reference } from '#shared/model/reference.ts';
import type { TaskId, TaskKind } from '#shared/model/task.ts';
import type { Key } from './table.ts';

/**
 * Every key and index of every table, by who may touch it. `#` ends each part, so that one area or
 * group can never be the prefix of another in a LeadingKeys condition.
 */
export const INDEXES = {
  /** *portal*: rows of a scheme's referrals; keys only, each row is read again from the table. */
  caseload: { name: 'caseload', partition: 'caseloadPk', sort: 'caseloadSk' },
  /** *portal*: rows of a group's referrals; keys only. */
  inbox: { name: 'inbox', partition: 'inboxPk', sort: 'inboxSk' },
  /** *events*: what was written in one area in ten minutes; keys only; walked by sweeper and rebuild. */
  slot: { name: 'slot', partition: 'slot', sort: 'at' },
} as const;

export const portalKeys = {
  areas: (): Key => ({ pk: 'areas#', sk: 'areas' }),
  area: (area: AreaId): Key => ({ pk: `${area}#area#`, sk: 'settings' }),
  /** Who signed which row of the go-live list, and when. */
  goLive: (area: AreaId): Key => ({ pk: `${area}#area#`, sk: 'go-live' }),
  organization: (area: AreaId, id: OrganizationId): Key => ({
    pk: `${area}#organization#${id}#`,
    sk: 'organization',
  }),
  /** What a group answered about safeguarding; its standing alone is copied elsewhere. */
  safeguarding: (area: AreaId, id: OrganizationId): Key => ({
    pk: `${area}#organization#${id}#`,
    sk: 'safeguarding',
  }),
  /** The open referrals of a group in its first days. */
  firstReferrals: (area: AreaId, id: OrganizationId): Key => ({
    pk: `${area}#organization#${id}#`,
    sk: 'first-referrals',
  }),
  service: (area: AreaId, id: ServiceId): Key => ({ pk: `${area}#service#${id}#`, sk: 'service' }),
  capacity: (area: AreaId, id: ServiceId): Key => ({ pk: `${area}#service#${id}#`, sk: 'capacity' }),
  scheme: (area: AreaId, id: SchemeId): Key => ({ pk: `${area}#scheme#${id}#`, sk: 'scheme' }),
  referral: (area: AreaId, id: ReferralId): Key => ({ pk: `${area}#referral#${id}#`, sk: 'referral' }),
  reference: (area: AreaId, reference: Reference): Key => ({
    pk: `${area}#reference#${reference}#`,
    sk: 'alias',
  }),
  suggestion: (area: AreaId, id: SuggestionId): Key => ({
    pk: `${area}#suggestion#`,
    sk: `suggestion#${id}`,
  }),
  /** What a coordinator has to do, by what it is about. */
  task: (area: AreaId, id: TaskId): Key => ({ pk: `${area}#task#${id}#`, sk: 'task' }),
  /** What coordinators have done in a month, by time. */
  handled: (area: AreaId, month: string, at: string): Key => ({
    pk: `${area}#handled#${month}#`,
    sk: at,
  }),
  grant: (area: AreaId, id: GrantId): Key => ({ pk: `${area}#grant#${id}#`, sk: 'grant' }),
  /** What a group answered about itself to see which funds fit. */
  grantProfile: (area: AreaId, id: OrganizationId): Key => ({
    pk: `${area}#organization#${id}#`,
    sk: 'grant-profile',
  }),
  /** A group that asked to be listed: under the id the group itself gets. */
  registration: (area: AreaId, id: OrganizationId): Key => ({
    pk: `${area}#registration#${id}#`,
    sk: 'registration',
  }),
  /** Which group has a name in a postcode district, by the hash of both. */
  groupName: (area: AreaId, hash: string): Key => ({ pk: `${area}#groupname#${hash}#`, sk: 'group' }),
  /** The imports of an area stand together, in the order they were begun. */
  imports: (area: AreaId): string => `${area}#imports#`,
  import: (area: AreaId, id: ImportId): Key => ({ pk: `${area}#imports#`, sk: `import#${id}` }),
  /** Which groups an import shows, a few hundred a part. */
  importPart: (area: AreaId, id: ImportId, part: number): Key => ({
    pk: `${area}#import#${id}#`,
    sk: `part#${String(part).padStart(4, '0')}`,
  }),
  /** What was last read of each group of one directory, by the hashes of the directory's name and the group's id there. */
  readings: (area: AreaId, directory: string): string => `${area}#directory#${directory}#`,
  reading: (area: AreaId, directory: string, group: string): Key => ({
    pk: `${area}#directory#${directory}#`,
    sk: group,
  }),
  user: (id: UserId): Key => ({ pk: `user#${id}#`, sk: 'user' }),
  /** Who an identity provider's subject is: the hash of `issuer|subject`, never an email. */
  identity: (hash: string): Key => ({ pk: `identity#${hash}#`, sk: 'identity' }),
  /** Whom an email address was invited as, by the hash of the address; gone after the first sign-in. */
  invite: (hash: string): Key => ({ pk: `invite#${hash}#`, sk: 'invite' }),
  /** That somebody was asked to take a role; the way in opens when its link is used. */
  invitation: (area: AreaId, id: InviteId): Key => ({ pk: `${area}#invitation#${id}#`, sk: 'invitation' }),
  /** When somebody last signed in. */
  lastSignIn: (id: UserId): Key => ({ pk: `user#${id}#`, sk: 'last-sign-in' }),
  /** Coordinators and commissioners of an area, kept as the members of a group are. */
  staff: (area: AreaId): string => `${area}#staff#`,
  staffMember: (area: AreaId, user: UserId): Key => ({ pk: `${area}#staff#`, sk: `member#${user}` }),
  /** Who belongs to a group: names users only; what they may do stands with the user. */
  members: (area: AreaId, id: OrganizationId): string => `${area}#organization#${id}#`,
  /** The same for a team. */
  teamMembers: (area: AreaId, id: SchemeId): string => `${area}#scheme#${id}#`,
  teamMember: (area: AreaId, id: SchemeId, user: UserId): Key => ({
    pk: `${area}#scheme#${id}#`,
    sk: `member#${user}`,
  }),
  leaver: (area: AreaId, id: SchemeId, user: UserId): Key => ({
    pk: `${area}#scheme#${id}#`,
    sk: `leaver#${user}`,
  }),
  member: (area: AreaId, id: OrganizationId, user: UserId): Key => ({
    pk: `${area}#organization#${id}#`,
    sk: `member#${user}`,
  }),
} as const;

/**
 * Values of the two listing indexes. Every change of a key costs two units, so they change rarely: a
 * row of the caseload moves once, when the referral closes; a row of the inbox stays where it is until
 * the group may no longer see it (30 days after closing).
 */
export const listingKeys = {
  /** All teams of an area share the caseload index: these keys never change. */
  teamsPk: (area: AreaId) => `${area}#scheme#all#`,
  caseloadPk: (area: AreaId, scheme: SchemeId) => `${area}#scheme#${scheme}#`,
  caseloadSk: (live: boolean, user: UserId, sentAt: string) =>
    `${live ? 'live' : 'closed'}#${user}#${sentAt}`,
  caseloadPrefix: (live: boolean, user?: UserId) =>
    `${live ? 'live' : 'closed'}#${user === undefined ? '' : `${user}#`}`,
  inboxPk: (area: AreaId, organization: OrganizationId) => `${area}#organization#${organization}#`,
  inboxSk: (sentAt: string) => sentAt,
  /** All groups of an area, by id, share the inbox index too: these keys never change. */
  groupsPk: (area: AreaId) => `${area}#organization#all#`,
  /** Open suggestions of an area share the inbox index: a coordinator's inbox, by time. */
  suggestionsPk: (area: AreaId) => `${area}#suggestion#open#`,
  /** The funds of an area that are not withdrawn share it too, by name. */
  grantsPk: (area: AreaId) => `${area}#grant#listed#`,
  /** A coordinator's tasks share it, by kind and by the time from which each stands in the queue. */
  tasksPk: (area: AreaId, kind: TaskKind) => `${area}#task#${kind}#`,
  /** Funds by the day on which they have to be looked at again, on the caseload index. */
  grantsDuePk: (area: AreaId) => `${area}#grant#due#`,
  /** So do groups that wait for a check. */
  registrationsPk: (area: AreaId) => `${area}#registration#waiting#`,
  /** And invitations that wait, by the group, team or area they are to. */
  invitesPk: (area: AreaId, tenant: string) => `${area}#invitation#waiting#${tenant}#`,
} as const;

export const eventKeys = {
  event: (aggregate: string, version: number): Key => ({
    pk: aggregate,
    sk: String(version).padStart(10, '0'),
  }),
  /** Ten-minute slot of an instant (ISO): `<area>#2026-11-23T09:0`. */
  slot: (area: AreaId, at: string): string => `${area}#${at.slice(0, 15)}`,
  /** A consumer's mark that it has done with an event; kept 48 hours. */
  done: (consumer: string, eventId: string): Key => ({ pk: `done#${eventId}`, sk: consumer }),
  /** That somebody had a mail that could have waited; gone when they may have the next. */
  heard: (userId: string): Key => ({ pk: `heard#${userId}`, sk: 'heard' }),
  /** The last week in which the groups of an area were asked for their room. */
  asked: (area: AreaId): Key => ({ pk: `asked#${area}#`, sk: 'room' }),
  /** Through which close of day the timers of an area's referrals have run. */
  timed: (area: AreaId): Key => ({ pk: `asked#${area}#`, sk: 'referrals' }),
  /** Through which morning the groups of an area were looked at for answers that run out. */
  lapsesSeen: (area: AreaId): Key => ({ pk: `asked#${area}#`, sk: 'lapses' }),
  /** Referrals that closed on a day, or were sent elsewhere or put aside then: when what is due counts from. */
  closed: (area: AreaId, day: Day, id: ReferralId): Key => ({ pk: `closed#${area}#${day}#`, sk: id }),
  /** Through which day a stage of destroying has been done in an area. */
  purged: (area: AreaId, stage: string): Key => ({ pk: `asked#${area}#`, sk: `purged-${stage}` }),
  /** How far the sweeper has found everything done in an area. */
  swept: (area: AreaId): Key => ({ pk: `swept#${area}#`, sk: 'swept' }),
} as const;

export const directoryKeys = {
  areas: (): Key => ({ pk: 'areas', sk: 'areas' }),
  manifest: (area: AreaId): Key => ({ pk: `${area}#manifest#`, sk: 'manifest' }),
  block: (area: AreaId, prefix: string): Key => ({ pk: `${area}#block#${prefix}#`, sk: 'block' }),
  group: (id: OrganizationId): Key => ({ pk: `group#${id}#`, sk: 'document' }),
  room: (id: ServiceId): Key => ({ pk: `service#${id}#`, sk: 'room' }),
  /** Which funds of an area are published: at most a hundred. */
  grants: (area: AreaId): Key => ({ pk: `${area}#grants#`, sk: 'shown' }),
  grant: (id: GrantId): Key => ({ pk: `grant#${id}#`, sk: 'fund' }),
  outcode: (outcode: string): Key => ({ pk: `outcode#${outcode}#`, sk: 'units' }),
  /** The postcode districts outside all areas, by council. */
  elsewhere: (): Key => ({ pk: 'elsewhere', sk: 'districts' }),
  /** The middle of each ward of an area. */
  wards: (area: AreaId): Key => ({ pk: `${area}#wards#`, sk: 'wards' }),
} as const;

export const sessionKeys = {
  session: (hash: string): Key => ({ pk: `session#${hash}`, sk: 'session' }),
  login: (hash: string): Key => ({ pk: `login#${hash}`, sk: 'login' }),
  /** The live sessions of one person: what a revocation ends, and what the limit of three counts. */
  roster: (user: UserId): Key => ({ pk: `user#${user}#`, sk: 'sessions' }),
  rate: (rateClass: string, subject: string, window: string): Key => ({
    pk: `rate#${rateClass}#${subject}`,
    sk: window,
  }),
  /** What a mailed link leads to, by the hash of its token. */
  link: (hash: string): Key => ({ pk: `link#${hash}`, sk: 'link' }),
  /** The newest link of one purpose for one thing and person; any other has been replaced. */
  newestLink: (purpose: string, area: AreaId, of: string): Key => ({
    pk: `link#${purpose}#${area}#${of}`,
    sk: 'newest',
  }),
  /** What was said about an activity's room before a link changed it. */
  linkUndo: (hash: string, id: ServiceId): Key => ({ pk: `link#${hash}`, sk: `undo#${id}` }),
} as const;

export const peopleKeys = {
  original: (area: AreaId, id: PersonId): Key => ({ pk: `${area}#person#${id}#`, sk: 'original' }),
  copy: (area: AreaId, id: PersonId, organization: OrganizationId): Key => ({
    pk: `${area}#person#${id}#`,
    sk: `copy#${organization}`,
  }),
  /** One live referral per person and activity within a team: a keyed MAC of the phone, never the phone. */
  same: (area: AreaId, scheme: SchemeId, mac: string, service: ServiceId): Key => ({
    pk: `${area}#same#${scheme}#${mac}#`,
    sk: service,
  }),
} as const;

export const keyKeys = {
  person: (area: AreaId, id: PersonId): Key => ({ pk: `${area}#person#${id}#`, sk: 'key' }),
} as const;
