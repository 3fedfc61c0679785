import type { Fund } from './fund.ts';
import * as rule from './grant-rules.ts';

const SHROPSHIRE = 'E06000051';
const forGroups = () => rule.forms('Charities and groups with a constitution', ...rule.GROUPS);

/** Invented funds of Shropshire. */
export const SHROPSHIRE_FUNDS: readonly Fund[] = [
  {
    title: 'Village Hall Pot',
    funder: 'Far Hills Fund',
    summary: 'Heating, kettles and hire of village halls.',
    pounds: [100, 800],
    types: ['venue', 'equipment'],
    themes: ['company'],
    decides: 4,
    checked: 13,
    rules: [forGroups(), rule.inCouncil('The group meets in Shropshire', SHROPSHIRE)],
  },
  {
    title: 'Lanes and Lifts',
    funder: 'Far Hills Fund',
    summary: 'Transport where there is no bus.',
    pounds: [200, 2000],
    types: ['transport', 'volunteer_expenses'],
    decides: 6,
    checked: 44,
    rules: [
      forGroups(),
      rule.account(2),
      rule.pays('Transport and expenses', 'transport', 'volunteer_expenses'),
    ],
  },
  {
    title: 'Hedgerow Start-ups',
    funder: 'Marches Beginnings',
    summary: 'First steps of new groups.',
    pounds: [50, 400],
    types: ['startup'],
    decides: 2,
    checked: 21,
    rules: [rule.account(1, true), rule.incomeTo(1000)],
  },
];
