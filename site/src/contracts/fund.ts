import { grantAdd } from '#shared/api/grants.ts';
import { plainContract } from '../lib/plain-contract.ts';

export const fund = plainContract(grantAdd);
