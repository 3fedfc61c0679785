import type { Day } from '../../model/dates.ts';
import { date } from './format.ts';
import { mail } from './mail.ts';

export type LapseFacts = { group: string; link: string; endsOn: Day };

const inDays = (days: number) => (days === 1 ? 'tomorrow' : `in ${days} days`);
/** Until the last answer runs out, the day before counts. */
const runOut = ({ group, endsOn }: LapseFacts, days: number) =>
  days > 0
    ? `The safeguarding answers of ${group} run out on ${date(endsOn)}.`
    : `The safeguarding answers of ${group} have run out, so nobody can be referred to you just now.`;

/** The same in one line, for the weekly mail about room: nobody gets two mails for it. */
export const lapseLine = (facts: LapseFacts, days: number): string =>
  `${runOut(facts, days)} Renewing takes one page:\n${facts.link}`;

/** Mails about answers that run out, and about referrals that stop for it. */
export const safeguardingMails = {
  /** To the leads of a group. */
  due: (facts: LapseFacts, days: number) =>
    days > 0
      ? mail(`Your safeguarding answers run out ${inDays(days)}`, [
          runOut(facts, days),
          `Read them again on one page and say that they still hold. Sign in:\n${facts.link}`,
          'If you do nothing, no new people are referred to you from that day. Those you have said yes to go on.',
        ])
      : mail('Referrals to you have stopped for now', [
          runOut(facts, days),
          `Read your answers again on one page and say that they still hold. Sign in:\n${facts.link}`,
          'Those you have said yes to go on for 30 days.',
        ]),
  paused: ({ group }: { group: string }) =>
    mail(`Your coordinator has paused referrals to ${group}`, [
      `Nobody is referred to ${group} just now, and contact details cannot be opened.`,
      'Your coordinator can tell you why, and what to do. Ring them.',
    ]),
  resumed: ({ group, link }: { group: string; link: string }) =>
    mail(`Referrals to ${group} go on`, [
      `Your coordinator has ended the pause for ${group}. See how you stand:\n${link}`,
    ]),
  /** To the coordinator of the area. */
  withdrawn: ({ group }: { group: string }) =>
    mail(`${group} has taken its safeguarding confirmation back`, [
      `Nobody is referred to ${group} from now on. What it has said yes to goes on for 30 days.`,
      'Ring them: ask what has happened, and what would help.',
    ]),
} as const;
