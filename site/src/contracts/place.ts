import { placeChange } from '#shared/api/place.ts';
import { contract } from '../lib/contract.ts';

export const change = contract(placeChange);
