import type { GrantId } from '#shared/model/ids.ts';
import type { Made } from './made.ts';

/** A fund, with the version it has now. */
export type FundThing = { grantId: GrantId; version: number };

/** A fund as a coordinator writes it. */
export const FUND = {
  title: 'Matrix Fund',
  funderName: 'The Invented Trust',
  programmeName: null,
  sourceUrl: 'https://invented-trust.example/matrix',
  summary: 'Made by a test.',
  whatItPays: [],
  whatItDoesNot: [],
  amount: { min: null, max: 500, typical: null },
  fundingTypes: ['equipment'],
  durationMonths: null,
  themes: [],
  openFrom: null,
  closesAt: null,
  rounds: [],
  decisionWeeks: null,
  applyAtLeastWeeksBefore: null,
  effort: { hours: null, needsQuotes: false, needsReferee: false, jointOk: false },
  access: { offlineForm: false, easyRead: false, supportContact: null },
  hostAccepted: false,
  matchFundingPercent: null,
  lastRound: null,
  pastAwards: null,
  criteria: [],
  status: 'draft',
};

/** Routes about one fund. */
export function grantRequest(route: string, { grantId, version }: FundThing): Made {
  if (route === 'GET /grants/{grantId}') return { method: 'GET', path: `/grants/${grantId}` };
  if (route === 'POST /api/grants/{grantId}/check')
    return { method: 'POST', path: `/api/grants/${grantId}/check`, body: {} };
  const grant = { ...FUND, status: 'published' };
  return { method: 'PUT', path: `/api/grants/${grantId}`, body: { version, grant } };
}
