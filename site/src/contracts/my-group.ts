import { serviceChange } from '#shared/api/groups.ts';
import { plainContract } from '../lib/plain-contract.ts';

export const listing = plainContract(serviceChange);
