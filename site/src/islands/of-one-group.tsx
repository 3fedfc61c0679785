import type { ComponentChild } from 'preact';
import type { OrganizationId } from '#shared/model/ids.ts';
import { myGroup } from '#shared/text/en/my-group.ts';
import { EmptyState } from '#shared/ui/empty-state.tsx';
import type { Answer } from '../lib/answer.ts';
import { groupOfPage } from '../lib/group-of-page.ts';
import type { Session } from '../lib/session.ts';
import { useLoad } from '../lib/use-load.ts';
import { Loading } from './loading.tsx';
import { RefusedPage } from './refused-page.tsx';

type OfProps<T> = {
  session: Session;
  load: (id: OrganizationId) => Promise<Answer<T>>;
  /** Draws what was loaded; `again` loads it anew while it stays on the page. */
  children: (loaded: T, again: () => void) => ComponentChild;
};

/** A page about one group that somebody leads: waits, says what went wrong, or draws what it loaded. */
export function OfOneGroup<T>({ session, load, children }: OfProps<T>) {
  const id = groupOfPage(session);
  const { state, again } = useLoad<T | undefined>(
    async () => (id === undefined ? { ok: true, value: undefined } : load(id)),
    id ?? '',
  );
  if (state.kind === 'waiting') return <Loading />;
  if (state.kind === 'refused') return <RefusedPage refused={state.refused} retry={() => void again()} />;
  if (state.value === undefined) return <EmptyState title={myGroup.none} heading="h1" />;
  return <>{children(state.value, () => void again())}</>;
}
