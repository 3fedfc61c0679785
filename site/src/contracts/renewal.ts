import { safeguardingRenew } from '#shared/api/safeguarding.ts';
import { plainContract } from '../lib/plain-contract.ts';

export const renewal = plainContract(safeguardingRenew);
