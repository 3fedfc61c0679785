import { useEffect, useState } from 'preact/hooks';
import { type ReferralRow, referralList } from '#shared/api/referrals.ts';
import type { Refused } from './answer.ts';
import type { Call } from './api.ts';
import type { ListView } from './list-view.ts';

export type Rows = {
  kind: 'waiting' | 'ready';
  rows: readonly ReferralRow[];
  next: string | null;
  now: string;
  refused: Refused | undefined;
};
const NONE: Rows = { kind: 'waiting', rows: [], next: null, now: '', refused: undefined };

/** The rows of a list, a page at a time; what is there stays when the next page does not come. */
export function useRows(call: Call, { view, isClosed }: Pick<ListView, 'view' | 'isClosed'>) {
  const [state, setState] = useState<Rows>(NONE);
  async function more(cursor: string | null): Promise<void> {
    const answer = await call(referralList, {
      query: {
        view,
        ...(isClosed ? { closed: '1' as const } : {}),
        ...(cursor === null ? {} : { cursor }),
      },
    });
    setState((before) =>
      answer.ok
        ? {
            kind: 'ready',
            rows: cursor === null ? answer.value.rows : [...before.rows, ...answer.value.rows],
            next: answer.value.next,
            now: answer.value.now,
            refused: undefined,
          }
        : { ...before, kind: 'ready', refused: answer.refused },
    );
  }
  useEffect(() => {
    void more(null);
  }, [view, isClosed]);
  return { ...state, more };
}
