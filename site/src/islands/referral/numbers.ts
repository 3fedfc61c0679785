import type { ReferralView } from '#shared/api/referrals.ts';
import type { NumberProps } from './number-list.tsx';

/** Whom to ring where the person lives; empty where it is not known. */
export const numbersOf = (numbers: ReferralView['numbers']): NumberProps =>
  numbers ?? { council: '', crisis: '', adultSocialCare: '', outOfHours: '' };
