/** Links for link workers to what can be done without a referral. */
export const withoutReferral = {
  nothingFits: 'Nothing fits: say why',
  told: 'Told them about it',
  toldOf: (name: string) => `: ${name}`,
  /** Where no group is chosen. */
  toldAny: 'Told them of a group',
} as const;
