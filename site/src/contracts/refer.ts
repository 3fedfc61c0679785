import { referralCreate } from '#shared/api/referrals.ts';
import { contract } from '../lib/contract.ts';

export const referral = contract(referralCreate);
