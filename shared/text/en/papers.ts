import type { GrantDocument } from '../../model/grant.ts';

/** What a fund may want to see on paper. */
export const paperNames: Readonly<Record<GrantDocument, string>> = {
  constitution: 'Constitution',
  safeguarding: 'Safeguarding policy',
  accounts: 'Accounts',
  equality: 'Equality policy',
  insurance: 'Insurance',
  plan: 'Business plan',
};
