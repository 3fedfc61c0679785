import { groupCheck, groupReturn } from '#shared/api/group-checks.ts';
import { contract } from '../lib/contract.ts';

export const check = contract(groupCheck);
export const goesBack = contract(groupReturn);
