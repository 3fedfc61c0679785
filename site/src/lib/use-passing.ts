import { useEffect } from 'preact/hooks';

/** After this long without a key, touch or pointer, what was shown hides by itself. */
const IDLE_MS = 2 * 60_000;

const isCalling = (event: Event): boolean =>
  event.target instanceof Element && event.target.closest('a[href^="tel:"], a[href^="mailto:"]') !== null;

/**
 * Hides what was shown when somebody leaves the page, looks at another tab, prints, or does nothing for
 * two minutes. Ringing or writing from here is no leaving: a phone puts its dialler in front, and the
 * number must still be there when it is busy; the two minutes count all the same.
 */
function watch(hide: () => void): () => void {
  let timer = setTimeout(hide, IDLE_MS);
  let hasCalled = false;
  const stop = new AbortController();
  const { signal } = stop;
  const stir = (event: Event) => {
    if (event.type !== 'scroll') hasCalled = isCalling(event);
    clearTimeout(timer);
    timer = setTimeout(hide, IDLE_MS);
  };
  document.addEventListener('visibilitychange', () => document.hidden && !hasCalled && hide(), { signal });
  for (const kind of ['pagehide', 'beforeprint']) window.addEventListener(kind, hide, { signal });
  for (const kind of ['keydown', 'pointerdown', 'scroll']) window.addEventListener(kind, stir, { signal });
  return () => {
    clearTimeout(timer);
    stop.abort();
  };
}

/** Calls `hide` for what is on show at the latest two idle minutes later, and at once when somebody leaves. */
export function usePassing(isShown: boolean, hide: () => void): void {
  useEffect(() => (isShown ? watch(hide) : undefined), [isShown]);
}
