import type { ReferralRow } from '#shared/api/referrals.ts';
import type { Need } from '#shared/model/need.ts';
import { isNeed } from './page-query.ts';

/** What a list shows, all of it in the address: whose, under way or ended, and one need. */
export type ListView = { view: 'caseload' | 'team' | 'inbox'; isClosed: boolean; need: Need | undefined };

/** Reads the address; anything it does not know is left out. `home` is the list of the page itself. */
export function readView(search: string, home: 'caseload' | 'inbox'): ListView {
  const query = new URLSearchParams(search);
  const need = query.get('need');
  return {
    view: home === 'caseload' && query.get('view') === 'team' ? 'team' : home,
    isClosed: query.get('closed') === '1',
    need: isNeed(need) ? need : undefined,
  };
}

/** The address of a list with one thing changed. */
export function viewHref(now: ListView, change: Partial<ListView>): string {
  const next = { ...now, ...change };
  const query = new URLSearchParams();
  if (next.view === 'team') query.set('view', 'team');
  if (next.isClosed) query.set('closed', '1');
  if (next.need !== undefined) query.set('need', next.need);
  const text = query.toString();
  const path = next.view === 'inbox' ? '/inbox' : '/caseload';
  return text === '' ? path : `${path}?${text}`;
}

/** The rows that fit, those that wait for the viewer first; within each the order of the server stays. */
export function sorted(rows: readonly ReferralRow[], need: Need | undefined) {
  const fitting = need === undefined ? rows : rows.filter((row) => row.needs.includes(need));
  return {
    now: fitting.filter((row) => row.waitsFor !== null),
    later: fitting.filter((row) => row.waitsFor === null),
  };
}
