import { mail } from './mail.ts';

/** To the colleague who takes on the referrals of somebody who has left: how many, and where. */
export const handedMail = ({ referrals, link }: { referrals: number; link: string }) =>
  mail('Referrals have been handed on to you', [
    referrals === 1
      ? 'A colleague has left. One referral of theirs is yours now.'
      : `A colleague has left. ${referrals} referrals of theirs are yours now.`,
    `Sign in to see what waits:\n${link}`,
  ]);
