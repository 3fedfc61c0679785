import type { Envelope } from '#shared/events/envelope.ts';
import { type EventType, events } from '#shared/events/index.ts';

/** Everything that follows an event. Each leaves a mark when it has done with one; the sweeper compares. */
export const CONSUMERS = ['listing', 'room', 'mail', 'chain', 'insight', 'closing'] as const;
export type Consumer = (typeof CONSUMERS)[number];

/** Who has to do with which event. Every event joins the audit chain; the compiler asks about each new one. */
const CONCERNS: Readonly<Record<EventType, readonly Exclude<Consumer, 'chain'>[]>> = {
  'referral.sent': ['room', 'listing', 'mail', 'insight', 'closing'],
  'referral.put_aside': ['closing'],
  'referral.opened': [],
  'referral.accepted': ['mail'],
  'referral.declined': ['room', 'listing', 'mail', 'insight', 'closing'],
  'referral.started': ['mail'],
  'referral.not_started': ['room', 'listing', 'mail', 'insight', 'closing'],
  'referral.completed': ['mail', 'closing'],
  'referral.withdrawn': ['room', 'listing', 'mail', 'insight', 'closing'],
  'referral.nudged': ['mail'],
  'referral.expired': ['room', 'listing', 'mail', 'insight', 'closing'],
  'referral.asked': ['mail'],
  'referral.answered': ['mail'],
  'referral.wait_listed': ['room', 'listing', 'mail', 'insight'],
  'referral.kept_waiting': [],
  'referral.handed_back': ['mail', 'insight'],
  'referral.owner_recorded': ['mail', 'closing'],
  'referral.returned': ['mail'],
  'referral.handed_on': [],
  'caseload.handed_on': ['mail'],
  'scheme.added': [],
  'referral.purged': [],
  'contact.revealed': [],
  'organization.registered': ['mail'],
  'organization.confirmed': ['mail'],
  'organization.checked': ['listing', 'insight', 'mail'],
  'organization.returned': ['mail'],
  'invite.made': ['mail'],
  'invite.sent_again': ['mail'],
  'invite.cancelled': [],
  'invite.accepted': ['mail'],
  'organization.asked_again': ['mail'],
  'member.named': ['mail'],
  'member.removed': ['mail'],
  'member.vouched': [],
  'organization.known': ['listing'],
  'organization.changed': ['listing', 'insight'],
  'service.added': ['listing', 'room', 'insight'],
  'service.changed': ['listing', 'room', 'insight'],
  'capacity.stated': ['listing', 'room', 'insight'],
  'safeguarding.confirmed': ['listing', 'insight'],
  'safeguarding.answered': ['listing', 'insight'],
  'safeguarding.withdrawn': ['listing', 'insight', 'mail'],
  'safeguarding.paused': ['listing', 'insight', 'mail'],
  'safeguarding.resumed': ['listing', 'insight', 'mail'],
  'safeguarding.due': ['mail'],
  'room.asked': ['mail'],
  'capacity.undone': ['listing', 'room', 'insight'],
  'suggestion.made': [],
  'suggestion.resolved': [],
  'organization.imported': [],
  'import.begun': [],
  'import.shown': ['listing'],
  'import.undone': ['listing'],
  'area.changed': ['listing'],
  'area.went_live': ['listing'],
  'gap.noted': ['insight'],
  'introduction.made': ['insight'],
  'task.settled': [],
  'task.reopened': [],
  'quarter.frozen': [],
  'session.started': [],
  'session.ended': [],
  'access.changed': [],
  'mail.chosen': [],
  'person.merged': [],
  'grant.added': ['listing'],
  'grant.changed': ['listing'],
  'grant.checked': ['listing'],
  'grant_profile.answered': [],
};

const isEventType = (type: string): type is EventType => type in events;

/** The consumers that have to do with an event; throws on a type that this code does not know. */
export function consumersOf({ type }: Pick<Envelope, 'type'>): readonly Consumer[] {
  if (!isEventType(type)) throw new Error('An event of a type that is not in the catalogue');
  return ['chain', ...CONCERNS[type]];
}

/** Whether a consumer has to do with an event. */
export const concerns = (consumer: Consumer, event: Pick<Envelope, 'type'>): boolean =>
  consumersOf(event).includes(consumer);
