import type { EventType } from '#shared/events/index.ts';
import type { MailCode } from '#shared/text/en/mail.ts';

/** Who hears of an event, in which words, and whether somebody has to act on it. */
export type MailPlan = { to: 'readers' | 'sender'; code: MailCode; urgent: boolean };

/**
 * Which events are told by mail (decision 16). A group hears of a new referral and of one taken back;
 * these do not count against a volunteer's one mail a week. A link worker who chose *daily* still hears
 * at once of whatever needs another way found, and of the rest at most once a day: that mail names the
 * first change, the caseload shows them all.
 */
export const MAIL_PLANS: Partial<Record<EventType, MailPlan>> = {
  'referral.sent': { to: 'readers', code: 'referral_waits', urgent: true },
  'referral.withdrawn': { to: 'readers', code: 'referral_withdrawn', urgent: true },
  'referral.declined': { to: 'sender', code: 'referral_declined', urgent: true },
  'referral.not_started': { to: 'sender', code: 'referral_not_started', urgent: true },
  'referral.accepted': { to: 'sender', code: 'referral_accepted', urgent: false },
  'referral.started': { to: 'sender', code: 'referral_started', urgent: false },
  'referral.completed': { to: 'sender', code: 'referral_completed', urgent: false },
};

const isPlanned = (type: string): type is keyof typeof MAIL_PLANS => type in MAIL_PLANS;
export const mailPlanOf = (type: string): MailPlan | undefined =>
  isPlanned(type) ? MAIL_PLANS[type] : undefined;
