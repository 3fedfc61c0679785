import { mailChoose } from '#shared/api/mail-choice.ts';
import { plainContract } from '../lib/plain-contract.ts';

export const choose = plainContract(mailChoose);
