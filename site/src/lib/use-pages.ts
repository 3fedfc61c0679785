import { useEffect, useState } from 'preact/hooks';
import type { Answer, Refused } from './answer.ts';

type Page = { rows: unknown[]; next: string | null };
type Pages<P extends Page> = {
  kind: 'waiting' | 'ready';
  /** The first page, with what only it says. */
  first: P | undefined;
  rows: readonly P['rows'][number][];
  next: string | null;
  refused: Refused | undefined;
};

/**
 * A list a page at a time; what is there stays when the next page does not come. Begins again when `key`
 * changes or with `more(null)`.
 */
export function usePages<P extends Page>(load: (cursor: string | null) => Promise<Answer<P>>, key: string) {
  const [state, setState] = useState<Pages<P>>({
    kind: 'waiting',
    first: undefined,
    rows: [],
    next: null,
    refused: undefined,
  });
  async function more(cursor: string | null): Promise<void> {
    const answer = await load(cursor);
    setState((before) => {
      if (!answer.ok) return { ...before, kind: 'ready', refused: answer.refused };
      const { rows, next } = answer.value;
      return cursor === null
        ? { kind: 'ready', first: answer.value, rows, next, refused: undefined }
        : { ...before, kind: 'ready', rows: [...before.rows, ...rows], next, refused: undefined };
    });
  }
  useEffect(() => {
    void more(null);
  }, [key]);
  return { ...state, more };
}
