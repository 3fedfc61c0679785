import { signOut } from '#shared/api/session.ts';
import { session as words } from '#shared/text/en/session.ts';
import type { SessionStore } from '../lib/session.ts';
import { useSession } from '../lib/use-store.ts';

async function leave(store: SessionStore): Promise<void> {
  const answer = await store.call(signOut, { key: crypto.randomUUID() });
  if (!answer.ok) return store.end(false);
  store.end(true);
  // First the page lets go of what was typed, or the browser would ask about it.
  await Promise.resolve();
  window.location.assign(answer.value.to);
}

/** In the header: who is signed in, and the way out. */
export function Account({ store }: { store: SessionStore }) {
  const state = useSession(store);
  if (state.kind !== 'somebody') return null;
  return (
    <>
      <a class="site-header__who" href="/start">
        <span class="govuk-visually-hidden">{words.tasks}: </span>
        {state.session.name}
      </a>
      <button type="button" class="site-header__out" onClick={() => void leave(store)}>
        {words.signOut}
      </button>
    </>
  );
}
