import { capacityState, serviceChange } from '#shared/api/groups.ts';
import { plainContract } from '../lib/plain-contract.ts';

export const room = plainContract(capacityState);
export const listing = plainContract(serviceChange);
