import { mayReturn } from '#functions/domain/referral/hand-back.ts';
import { legalActions } from '#functions/domain/referral/lifecycle.ts';
import type { Stand } from '#functions/domain/referral/relation.ts';
import { mayReveal } from '#functions/domain/referral/reveal.ts';
import { refuse } from '#functions/domain/result.ts';
import type { Refusal } from '#shared/api/problem.ts';
import * as care from '#shared/api/referral-care.ts';
import * as moves from '#shared/api/referral-moves.ts';
import type { Referral } from '#shared/model/referral.ts';
import type { ReferralAction } from '#shared/model/referral-state.ts';

/** What the API can carry out today: the table has moves whose routes come with later work. */
const ROUTED: ReadonlySet<string> = new Set(
  [...Object.values(moves), ...Object.values(care)].map(({ id }) => id),
);
const isRouted = (action: ReferralAction): boolean => ROUTED.has(`referral.${action}`);

/** What this viewer may do now: the moves of the table that have a route, and asking who it is. */
export const offered = (referral: Referral, { side, doer }: Stand) => [
  ...legalActions(referral.state, doer)
    .filter(isRouted)
    .filter((action) => action !== 'return_to_group' || mayReturn(referral, side)),
  ...(mayReveal(referral, side) ? (['reveal'] as const) : []),
];

/** A refusal whose legal moves are those the API can carry out. */
export const withRouted = ({ legal, ...refusal }: Refusal) =>
  refuse(legal === undefined ? refusal : { ...refusal, legal: legal.filter(isRouted) });
