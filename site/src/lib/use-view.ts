import { useState } from 'preact/hooks';
import { type ListView, readView, viewHref } from './list-view.ts';

/** What the list shows, kept in the address so that reload, back and a bookmark bring it again. */
export function useView(home: ListView['view']) {
  const [view, setView] = useState(() => readView(window.location.search, home));
  const onView = (next: ListView) => {
    window.history.replaceState(null, '', viewHref(next, {}));
    setView(next);
  };
  return [view, onView] as const;
}
