/**
 * SNOMED CT concepts a general practice records of social prescribing: code and term as published for
 * England. Nothing is coded that stands not here.
 */
export const SNOMED = {
  referred: { code: '871731000000106', term: 'Referral to social prescribing service (procedure)' },
  declined: { code: '871711000000103', term: 'Social prescribing declined (situation)' },
  physicalActivity: { code: '390893007', term: 'Referral to physical activity program' },
} as const;
export type Concept = (typeof SNOMED)[keyof typeof SNOMED];
