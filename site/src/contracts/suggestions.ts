import { suggestionMake } from '#shared/api/suggestions.ts';
import { contract } from '../lib/contract.ts';

export const suggestion = contract(suggestionMake);
