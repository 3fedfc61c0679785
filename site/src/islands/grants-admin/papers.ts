import type { GrantDocument } from '#shared/model/grant.ts';

/** The papers a fund may ask for that the form can say. */
export const PAPERS = [
  'constitution',
  'safeguarding',
  'accounts',
  'equality',
  'insurance',
  'plan',
] as const satisfies readonly GrantDocument[];
