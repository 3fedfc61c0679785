import { type FunctionComponent, render } from 'preact';
import type { Role } from '#shared/model/roles.ts';
import { Account } from '../islands/account.tsx';
import { Frame, type PageProps } from '../islands/frame.tsx';
import { forgetRoles, rememberRoles } from './known-roles.ts';
import { createSession } from './session.ts';

const tabs = new BroadcastChannel('portal-session');

const store = createSession({
  fetch: (url, init) => fetch(url, init),
  elapsed: () => performance.now(),
  tell: (message) => tabs.postMessage(message),
});

const places = (name: string) => document.querySelectorAll<HTMLElement>(`[data-island="${name}"]`);

/** Tells the menu which links to show. */
function noteRoles(): void {
  const state = store.get();
  if (state.kind === 'somebody') rememberRoles(state.session.memberships.map(({ role }) => role));
  if (state.kind === 'nobody' || state.kind === 'ended') forgetRoles();
  document.dispatchEvent(new Event('portal-roles'));
}

function watch(): void {
  store.subscribe(noteRoles);
  tabs.addEventListener('message', ({ data }) => store.told(data));
  for (const kind of ['keydown', 'pointerdown', 'input']) {
    document.addEventListener(kind, () => store.active(), { passive: true });
  }
  document.addEventListener('visibilitychange', () => {
    // A computer that slept: the server says whether the session still lives.
    if (!document.hidden && store.get().kind === 'somebody') void store.read();
  });
  // Back after signing out must not bring a page back from memory.
  window.addEventListener('pageshow', (event) => event.persisted && window.location.reload());
}

/**
 * Puts a working page into its place (`data-island="name"`) once the session is known, and the account
 * line into the header. `roles`: who the page is for; empty for anybody signed in.
 */
export function mountPage(name: string, page: FunctionComponent<PageProps>, roles: readonly Role[]): void {
  watch();
  for (const place of places('account')) render(<Account store={store} />, place);
  for (const place of places(name)) {
    place.replaceChildren();
    render(<Frame store={store} page={page} roles={roles} />, place);
  }
  void store.read();
}
