import { grantProfileAnswer } from '#shared/api/grants.ts';
import { plainContract } from '../lib/plain-contract.ts';

export const profile = plainContract(grantProfileAnswer);
