import { type MailWords, mail } from './mail.ts';

/** The weekly question: how much room is there? One link a group, one press there. */
export const roomMail = (
  groups: readonly { group: string; link: string }[],
  lapses: readonly string[] = [],
): MailWords =>
  mail('How much room do you have?', [
    'Link workers look for groups with room every day. One press tells them how it is with you. You need not sign in.',
    ...groups.map(({ group, link }) => `${group}:\n${link}`),
    ...lapses,
    'The link works for 30 days, or until we send a newer one. Keep it to yourself: whoever has it can say how much room you have, and nothing else.',
    'We ask at most once a week, and not when you have told us in the last seven days.',
  ]);
