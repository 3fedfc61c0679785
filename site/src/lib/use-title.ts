import { useEffect } from 'preact/hooks';

/** Puts something before the page's title for as long as it holds, once however many ask; nothing while it is empty. */
export function useTitlePrefix(prefix: string): void {
  useEffect(() => {
    const before = document.title;
    if (prefix === '' || before.startsWith(prefix)) return;
    document.title = prefix + before;
    return () => {
      document.title = before;
    };
  }, [prefix]);
}
