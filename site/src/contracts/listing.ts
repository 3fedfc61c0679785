import { serviceChange } from '#shared/api/activities.ts';
import { plainContract } from '../lib/plain-contract.ts';

export const listing = plainContract(serviceChange);
