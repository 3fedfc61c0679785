import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Answer, Refused } from './answer.ts';

export type Loaded<T> =
  | { kind: 'waiting' }
  | { kind: 'refused'; refused: Refused }
  | { kind: 'ready'; value: T };

/**
 * Loads what a page shows, again when `key` changes or `again` is called. What is shown stays while it
 * is loaded again; an answer that comes after a newer question is dropped.
 */
export function useLoad<T>(load: () => Promise<Answer<T>>, key: string) {
  const [state, setState] = useState<Loaded<T>>({ kind: 'waiting' });
  const round = useRef(0);
  // `key` says when the question is another one.
  const again = useCallback(async () => {
    round.current += 1;
    const mine = round.current;
    const answer = await load();
    if (mine !== round.current) return;
    setState(
      answer.ok ? { kind: 'ready', value: answer.value } : { kind: 'refused', refused: answer.refused },
    );
  }, [key]);
  useEffect(() => {
    setState({ kind: 'waiting' });
    void again();
  }, [again]);
  return { state, again };
}
