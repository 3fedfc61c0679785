import { serviceAdd } from '#shared/api/activities.ts';
import { plainContract } from '../lib/plain-contract.ts';

/** The change of these answers is judged by the same rule. */
export const outline = plainContract(serviceAdd);
