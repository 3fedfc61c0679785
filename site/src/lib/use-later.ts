import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/**
 * A part of a page that comes a moment after the page itself. It is fetched once the page is idle, so
 * that it is there when it is needed; `undefined` until then. When it does not come it is tried again
 * at the next need (`isNeeded`).
 */
export function useLater<P>(bring: () => Promise<FunctionComponent<P>>, isNeeded: boolean) {
  const [part, setPart] = useState<{ Part: FunctionComponent<P> } | undefined>(undefined);
  useEffect(() => {
    if (part !== undefined) return;
    const timer = setTimeout(
      () =>
        void bring().then(
          (Part) => setPart({ Part }),
          () => undefined,
        ),
      isNeeded ? 0 : 1500,
    );
    return () => clearTimeout(timer);
  }, [isNeeded, part]);
  return part?.Part;
}
