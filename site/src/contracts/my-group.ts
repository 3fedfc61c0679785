import { capacityState, serviceChange } from '#shared/api/groups.ts';
import { contract } from '../lib/contract.ts';

export const room = contract(capacityState);
export const listing = contract(serviceChange);
