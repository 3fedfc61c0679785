import { groupCheck, groupReturn } from '#shared/api/group-checks.ts';
import { taskSettle } from '#shared/api/queue.ts';
import { suggestionResolve } from '#shared/api/suggestions.ts';
import { plainContract } from '../lib/plain-contract.ts';

export const settling = plainContract(taskSettle);
export const resolution = plainContract(suggestionResolve);
export const goesBack = plainContract(groupReturn);
export const check = plainContract(groupCheck);
