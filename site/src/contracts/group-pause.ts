import { groupKnow } from '#shared/api/group-known.ts';
import { groupPause } from '#shared/api/group-pause.ts';
import { plainContract } from '../lib/plain-contract.ts';

export const pause = plainContract(groupPause);
export const know = plainContract(groupKnow);
