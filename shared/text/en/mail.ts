/** What a mail is about: a reference, an activity and a link, never a person. */
export type MailFacts = {
  reference: string;
  activity: string;
  group: string;
  /** The page of the referral. */
  link: string;
};
export type MailWords = { subject: string; text: string };

const signature = 'VCSE partner portal\nThis mailbox is not read. Never write about a person in an email.';

/** A mail with the signature every mail has. */
export const mail = (subject: string, lines: readonly string[]): MailWords => ({
  subject,
  text: [...lines, signature].join('\n\n'),
});

const signIn = (link: string) => `Sign in to read it:\n${link}`;

/** The words of every mail, by what it tells. */
export const mails = {
  /** To each reader of a group: somebody waits for an answer. */
  referral_waits: ({ reference, activity, link }: MailFacts) =>
    mail(`A new referral waits: ${reference}`, [
      `A link worker has sent a new referral to ${activity}.`,
      `Its reference is ${reference}.`,
      signIn(link),
      'You can say yes, say no, or ring the link worker first. Their number is on the page.',
    ]),
  /** To each reader of a group: nothing more to do. */
  referral_withdrawn: ({ reference, activity, link }: MailFacts) =>
    mail(`Referral taken back: ${reference}`, [
      `The link worker has taken back referral ${reference} to ${activity}.`,
      'There is nothing more for you to do. If you have noted how to reach the person elsewhere, destroy the note.',
      signIn(link),
    ]),
  /** To the link worker: the person needs another way. */
  referral_declined: ({ reference, activity, group, link }: MailFacts) =>
    mail(`${reference}: the group could not say yes`, [
      `${group} could not take referral ${reference} to ${activity}.`,
      'The reason is on the page, and from there you can look for another group.',
      signIn(link),
    ]),
  referral_accepted: ({ reference, activity, group, link }: MailFacts) =>
    mail(`${reference}: the group said yes`, [
      `${group} has said yes to referral ${reference} to ${activity}.`,
      'The page says by when they make contact.',
      signIn(link),
    ]),
  referral_started: ({ reference, activity, link }: MailFacts) =>
    mail(`${reference}: the first visit has happened`, [
      `The group has recorded the first visit for referral ${reference} to ${activity}.`,
      signIn(link),
    ]),
  referral_not_started: ({ reference, activity, link }: MailFacts) =>
    mail(`${reference}: it did not start`, [
      `The group has recorded that referral ${reference} to ${activity} did not start.`,
      'The reason is on the page. The person may need another way.',
      signIn(link),
    ]),
  referral_completed: ({ reference, activity, link }: MailFacts) =>
    mail(`${reference}: the group has recorded an outcome`, [
      `The group has recorded what came of referral ${reference} to ${activity}.`,
      signIn(link),
    ]),
  /** To the coordinator of the area: a referral that nobody can open. */
  nobody_reads: ({ reference, group }: MailFacts) =>
    mail(`Nobody at a group can open referral ${reference}`, [
      `Referral ${reference} went to ${group}, where nobody is named to read referrals.`,
      'Ring the group and help them name a reader, or tell the link worker to choose another group.',
    ]),
} as const satisfies Record<string, (facts: MailFacts) => MailWords>;
export type MailCode = keyof typeof mails;
