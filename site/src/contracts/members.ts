import { inviteCreate } from '#shared/api/invites.ts';
import { plainContract } from '../lib/plain-contract.ts';

export const invite = plainContract(inviteCreate);
