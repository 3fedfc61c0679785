import { type MailFacts, type MailWords, mail } from './mail.ts';

type Words = (facts: MailFacts) => MailWords;
const read = (link: string) => `Sign in to see it:\n${link}`;

/** The words of mails about silence, questions and hand-backs: a reference, an activity, a link, never a person. */
export const silenceMails = {
  waits_unread: ({ reference, activity, link }) =>
    mail(`Still unread: referral ${reference}`, [
      `Referral ${reference} to ${activity} has not been looked at yet. Somebody hopes to hear.`,
      read(link),
      'A no is an answer too, and takes two taps.',
    ]),
  waits_undecided: ({ reference, activity, link }) =>
    mail(`Waits for an answer: referral ${reference}`, [
      `Referral ${reference} to ${activity} has waited for some days. Your inbox shows all that wait.`,
      read(link),
      'You can say yes, say no, ask a question, or put it on a waiting list. Without an answer it ends by itself.',
    ]),
  sender_told: ({ reference, activity, group, link }) =>
    mail(`${reference}: no answer yet`, [
      `${group} has not answered referral ${reference} to ${activity}.`,
      'You can wait, ring the group, or take it back and look for another group. The page shows each.',
      read(link),
    ]),
  coordinator_rings: ({ reference, group }) =>
    mail(`Ring ${group}: a referral waits`, [
      `${group} has not answered referral ${reference}. It ends by itself on the next working day.`,
      'A call often shows what is wrong: somebody is ill, an address has changed, or nobody can sign in.',
    ]),
  expired_sender: ({ reference, activity, group, link }) =>
    mail(`${reference}: no answer came`, [
      `${group} did not answer referral ${reference} to ${activity} in time, so it has ended. The place is free again.`,
      'The person needs another way. From the page you can look for another group.',
      read(link),
    ]),
  expired_readers: ({ reference, activity }) =>
    mail(`Ended without an answer: referral ${reference}`, [
      `Referral ${reference} to ${activity} has ended, because no answer came. There is nothing more to do for it.`,
      'Until you say how much room you have, people are told to ring first. Somebody will ring you and ask how it goes.',
    ]),
  expired_coordinator: ({ reference, group }) =>
    mail(`${group} let a referral run out`, [
      `Referral ${reference} to ${group} ended without an answer. Their room is shown as not known.`,
      'Ring them: help with a reader, a lighter week, or a pause may be all they need.',
    ]),
  question_asked: ({ reference, activity, link }) =>
    mail(`${reference}: the group has a question`, [
      `The group has asked something about referral ${reference} to ${activity}. It waits for your answer.`,
      read(link),
    ]),
  question_waits: ({ reference, activity, link }) =>
    mail(`${reference}: a question still waits`, [
      `A question about referral ${reference} to ${activity} has no answer yet. Without one the referral is taken back.`,
      read(link),
    ]),
  question_answered: ({ reference, activity, link }) =>
    mail(`Your question is answered: ${reference}`, [
      `The link worker has answered your question about referral ${reference} to ${activity}.`,
      read(link),
    ]),
  unanswered_ended: ({ reference, activity, link }) =>
    mail(`${reference}: taken back, because a question stayed unanswered`, [
      `Nobody answered the group’s question about referral ${reference} to ${activity}, so it was taken back.`,
      read(link),
    ]),
  wait_listed: ({ reference, activity, link }) =>
    mail(`${reference}: on the waiting list`, [
      `The group has no room yet and keeps referral ${reference} to ${activity} on its waiting list.`,
      'The page says from which month. You can keep waiting or look for another group.',
      read(link),
    ]),
  still_waiting: ({ reference, activity, link }) =>
    mail(`${reference}: does the person still wait?`, [
      `Referral ${reference} to ${activity} has been on the waiting list for some weeks. It ends in five working days unless you say that they still wait.`,
      'Ask the person. One press on the page keeps the place, or you can look for another group.',
      read(link),
    ]),
  contact_late: ({ reference, activity, group, link }) =>
    mail(`${reference}: no first visit recorded yet`, [
      `${group} said yes to referral ${reference} to ${activity} and has recorded no first visit yet. Ring them, or the person.`,
      read(link),
    ]),
  outcome_unknown: ({ reference, activity, link }) =>
    mail(`${reference}: ended without an outcome`, [
      `Nobody recorded what came of referral ${reference} to ${activity}, so it is closed as not known.`,
      read(link),
    ]),
  handed_back: ({ reference, activity, group, link }) =>
    mail(`Today: referral ${reference} was handed back`, [
      `${group} cannot safely support referral ${reference} to ${activity}. You have it again.`,
      'Read the page now, ring the group, and record who takes over. It stays open until you have.',
      read(link),
    ]),
  no_owner: ({ reference, link }) =>
    mail(`Referral ${reference} was handed back and nobody has taken over`, [
      `No new owner is recorded for referral ${reference}. This mail comes every day until one is.`,
      read(link),
    ]),
  owner_recorded: ({ reference, activity }) =>
    mail(`Passed on: referral ${reference}`, [
      `Referral ${reference} to ${activity}, which you handed back, has been passed on. There is nothing more for you to do.`,
    ]),
  return_asked: ({ reference, activity, link }) =>
    mail(`${reference}: could it go on after all?`, [
      `Somebody thinks that referral ${reference} to ${activity} is in scope after all. It goes on only when you say so too.`,
      read(link),
    ]),
  returned: ({ reference, activity, link }) =>
    mail(`${reference} goes on`, [
      `Both sides agree: referral ${reference} goes on at ${activity}.`,
      read(link),
    ]),
  group_lapsed: ({ reference, activity, group, link }) =>
    mail(`${reference}: the group cannot say yes just now`, [
      `The safeguarding answers of ${group} have run out, so it cannot accept referral ${reference} to ${activity} until it has renewed them. It has been told.`,
      'You can wait, or take it back and look for another group.',
      read(link),
    ]),
  idle_year: ({ reference, group }) =>
    mail(`Open for a year: referral ${reference}`, [
      `Referral ${reference} to ${group} has stood still for twelve months. Ask both sides whether it can be closed.`,
    ]),
} as const satisfies Record<string, Words>;
export type SilenceCode = keyof typeof silenceMails;

/** Whether somebody came, by one press: the link that works once. */
export const visitMail = ({ reference, activity }: MailFacts, link: string): MailWords =>
  mail(`Has it begun? Referral ${reference}`, [
    `You said yes to referral ${reference} to ${activity}. One press says when they first came, or that they do not come. You need not sign in.`,
    link,
    'The link works once, for 28 days. Whoever has it can record a visit, and see nothing of the person.',
  ]);

/** What came of it, by one press: the link that works once. */
export const outcomeMail = ({ reference, activity }: MailFacts, link: string): MailWords =>
  mail(`What came of referral ${reference}?`, [
    `Some weeks ago somebody started at ${activity} (referral ${reference}). One press says what came of it. You need not sign in.`,
    link,
    'The link works once, for 28 days. Whoever has it can record an outcome, and see nothing of the person.',
  ]);
