import { inviteCreate } from '#shared/api/invites.ts';
import { personClose, schemeCreate } from '#shared/api/people.ts';
import { contract } from '../lib/contract.ts';

export const invite = contract(inviteCreate);
export const close = contract(personClose);
export const addTeam = contract(schemeCreate);
