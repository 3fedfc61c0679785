import { referralResend } from '#shared/api/referral-resend.ts';
import { contract } from '../lib/contract.ts';

export const resend = contract(referralResend);
