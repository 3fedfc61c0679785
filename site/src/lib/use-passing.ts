import { useEffect } from 'preact/hooks';

/** After this long without a key, touch or pointer, what was shown hides by itself. */
const IDLE_MS = 2 * 60_000;

/** Calls `hide` when somebody leaves the page, looks at another tab, prints, or does nothing for two minutes. */
export function usePassing(isShown: boolean, hide: () => void): void {
  useEffect(() => {
    if (!isShown) return;
    let timer = setTimeout(hide, IDLE_MS);
    const stir = () => {
      clearTimeout(timer);
      timer = setTimeout(hide, IDLE_MS);
    };
    const leave = () => document.hidden && hide();
    document.addEventListener('visibilitychange', leave);
    window.addEventListener('pagehide', hide);
    window.addEventListener('beforeprint', hide);
    for (const kind of ['keydown', 'pointerdown', 'scroll']) window.addEventListener(kind, stir);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', leave);
      window.removeEventListener('pagehide', hide);
      window.removeEventListener('beforeprint', hide);
      for (const kind of ['keydown', 'pointerdown', 'scroll']) window.removeEventListener(kind, stir);
    };
  }, [isShown]);
}
