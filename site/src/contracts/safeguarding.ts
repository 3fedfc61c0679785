import { safeguardingAnswer, safeguardingRenew } from '#shared/api/safeguarding.ts';
import { plainContract } from '../lib/plain-contract.ts';

export const answer = plainContract(safeguardingAnswer);
export const renewal = plainContract(safeguardingRenew);
