import { safeguardingAnswer } from '#shared/api/safeguarding.ts';
import { plainContract } from '../lib/plain-contract.ts';

export const answer = plainContract(safeguardingAnswer);
