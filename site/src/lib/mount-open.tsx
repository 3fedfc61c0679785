import { type FunctionComponent, render } from 'preact';
import { type Call, createApi } from './api.ts';

/** Puts a page that anyone may use into its place; it asks for no session. */
export function mountOpen(name: string, Page: FunctionComponent<{ call: Call }>): void {
  const call = createApi({ fetch: (url, init) => fetch(url, init), heard: () => undefined });
  for (const place of document.querySelectorAll<HTMLElement>(`[data-island="${name}"]`)) {
    place.replaceChildren();
    render(<Page call={call} />, place);
  }
}
