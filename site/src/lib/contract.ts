import type { Endpoint } from '#shared/api/endpoint.ts';
import { lookForDetails } from './look.ts';
import { type Contract, plainContract } from './plain-contract.ts';

/** The route a form sends to, the judge of its body, and what looks for somebody’s details in free text. */
export const contract = <E extends Endpoint>(endpoint: E): Contract<E> =>
  plainContract(endpoint, lookForDetails);
