import type { GrantReason } from '../../model/grant-match.ts';
import { grants } from './grants.ts';

/** The headline of a verdict: how much there is to sort out and to tell. */
export function headline(reasons: readonly GrantReason[]): string {
  const musts = reasons.filter(({ necessity }) => necessity === 'must');
  const failing = musts.filter(({ verdict }) => verdict === 'fail').length;
  const unknown = musts.filter(({ verdict }) => verdict === 'unknown').length;
  if (failing > 0 && unknown > 0) return grants.toSortAndTell(failing, unknown);
  if (failing > 0) return grants.toSort(failing);
  if (unknown > 0) return grants.toTell(unknown);
  return grants.allMet;
}
