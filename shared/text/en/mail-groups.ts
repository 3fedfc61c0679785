import { type MailWords, mail } from './mail.ts';

/** The group by name, and where to go on. */
export type GroupMailFacts = { group: string; link: string };

/** Mails of a group's way in: never about a person who is referred. */
export const groupMails = {
  /** To whoever registered a group. */
  confirm_group: ({ group, link }: GroupMailFacts) =>
    mail('Confirm your group', [
      `Somebody entered the group ${group} with this email address. If that was you, go on here:`,
      link,
      'The link works once, for a day. If it was not you, do nothing: nothing is listed.',
    ]),
  /** To the coordinator of the area. */
  group_waits: ({ group, link }: GroupMailFacts) =>
    mail('A group waits for your check', [
      `${group} would like to be listed. Nobody can find it until you have checked it.`,
      `Sign in to see how to reach them:\n${link}`,
    ]),
  /** To the leads of a group. */
  group_checked: ({ group, link }: GroupMailFacts) =>
    mail('Your group has been checked', [
      `Your coordinator has checked ${group}. People can find it as soon as it lists something that happens.`,
      `See what is left:\n${link}`,
    ]),
  /** To every lead, whoever did it: a change of who reads is what a stranger in an account would make. */
  members_changed: ({ group, link }: GroupMailFacts) =>
    mail(`${group}: who looks after the group has changed`, [
      `Somebody was given a role in ${group}, or had one taken.`,
      `If that was not you or another lead, ring your coordinator today. See who is there:\n${link}`,
    ]),
  group_returned: ({ group, link }: GroupMailFacts) =>
    mail('Your group cannot be listed yet', [
      `Your coordinator could not list ${group} as it stands.`,
      `The reason and whom to ring are here. Sign in:\n${link}`,
    ]),
} as const satisfies Record<string, (facts: GroupMailFacts) => MailWords>;
