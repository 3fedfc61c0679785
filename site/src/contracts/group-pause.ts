import { groupPause } from '#shared/api/group-pause.ts';
import { plainContract } from '../lib/plain-contract.ts';

export const pause = plainContract(groupPause);
