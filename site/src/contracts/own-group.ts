import { groupChange } from '#shared/api/own-group.ts';
import { plainContract } from '../lib/plain-contract.ts';

export const phone = plainContract(groupChange);
