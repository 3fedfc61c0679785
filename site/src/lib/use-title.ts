import { useEffect } from 'preact/hooks';

/** Puts something before the page's title for as long as it holds; nothing while it is empty. */
export function useTitlePrefix(prefix: string): void {
  useEffect(() => {
    if (prefix === '') return;
    const before = document.title;
    document.title = prefix + before;
    return () => {
      document.title = before;
    };
  }, [prefix]);
}
