import type { ReferralRow } from '#shared/api/referrals.ts';
import type { Need } from '#shared/model/need.ts';
import type { Membership } from '#shared/model/roles.ts';
import { isNeed } from './needs-in-query.ts';

/** What a list shows, all of it in the address: whose, under way or ended, and one need. */
export type ListView = { view: 'caseload' | 'team' | 'inbox'; isClosed: boolean; need: Need | undefined };

const SAID: Readonly<Record<string, 'caseload' | 'team'>> = { mine: 'caseload', team: 'team' };

/** Reads the address; anything it does not know is left out. `home` is the list shown when it names none. */
export function readView(search: string, home: ListView['view']): ListView {
  const query = new URLSearchParams(search);
  const need = query.get('need');
  return {
    view: home === 'inbox' ? home : (SAID[query.get('view') ?? ''] ?? home),
    isClosed: query.get('closed') === '1',
    need: isNeed(need) ? need : undefined,
  };
}

/** The address of a list with one thing changed. */
export function viewHref(now: ListView, change: Partial<ListView>): string {
  const next = { ...now, ...change };
  const query = new URLSearchParams();
  if (next.view !== 'inbox') query.set('view', next.view === 'team' ? 'team' : 'mine');
  if (next.isClosed) query.set('closed', '1');
  if (next.need !== undefined) query.set('need', next.need);
  const path = next.view === 'inbox' ? '/inbox' : '/caseload';
  return query.size === 0 ? path : `${path}?${query}`;
}

/** The list a sender begins with: who only manages looks after the team’s, everybody else after their own. */
export const firstList = (memberships: readonly Membership[]): 'caseload' | 'team' =>
  memberships.some(({ role }) => role === 'link_worker') ? 'caseload' : 'team';

/** The rows that fit, those that wait for the viewer first; within each the order of the server stays. */
export function sorted(rows: readonly ReferralRow[], need: Need | undefined) {
  const fitting = need === undefined ? rows : rows.filter((row) => row.needs.includes(need));
  return {
    now: fitting.filter((row) => row.waitsFor !== null),
    later: fitting.filter((row) => row.waitsFor === null),
  };
}
