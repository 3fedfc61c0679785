import type { FunctionComponent } from 'preact';
import { useErrorBoundary } from 'preact/hooks';
import type { Role } from '#shared/model/roles.ts';
import { session as words } from '#shared/text/en/session.ts';
import { Button } from '#shared/ui/button.tsx';
import { LinkButton } from '#shared/ui/link-button.tsx';
import { signInHref } from '../lib/address.ts';
import type { Call } from '../lib/api.ts';
import type { Session, SessionStore } from '../lib/session.ts';
import { useSession } from '../lib/use-store.ts';
import { Loading } from './loading.tsx';
import { Notice } from './notice.tsx';
import { SessionDialog } from './session-dialog.tsx';

/** What every working page is given: who is signed in and the caller of the API. */
export type PageProps = { session: Session; call: Call };
type FrameProps = { store: SessionStore; page: FunctionComponent<PageProps>; roles: readonly Role[] };

const SignIn = ({ label }: { label: string }) => (
  <LinkButton href={signInHref(window.location)}>{label}</LinkButton>
);

const holdsOne = (session: Session, roles: readonly Role[]): boolean =>
  roles.length === 0 || session.memberships.some(({ role }) => roles.includes(role));

/** Whatever goes wrong while drawing: the page says so and nothing of anybody stays half drawn. */
const Broken = () => (
  <Notice title={words.brokenTitle} text={words.brokenBody}>
    <Button type="button" onClick={() => window.location.reload()}>
      {words.reload}
    </Button>
  </Notice>
);

/** Draws a page for whoever may see it, and in its place what to do otherwise. At the end nothing of anybody stays. */
export function Frame({ store, page: Page, roles }: FrameProps) {
  const state = useSession(store);
  const [broken] = useErrorBoundary();
  if (broken !== undefined) return <Broken />;
  switch (state.kind) {
    case 'waiting':
      return <Loading />;
    case 'nobody':
      return (
        <Notice title={words.signInTitle} text={words.signInBody}>
          <SignIn label={words.signIn} />
        </Notice>
      );
    case 'unreachable':
      return (
        <Notice title={words.unreachableTitle} text={state.title}>
          <Button type="button" onClick={() => void store.read()}>
            {words.tryAgain}
          </Button>
        </Notice>
      );
    case 'ended':
      return (
        <Notice title={words.endedTitle} text={words.endedBody}>
          <SignIn label={words.signInAgain} />
        </Notice>
      );
    case 'somebody':
      return holdsOne(state.session, roles) ? (
        <>
          <Page session={state.session} call={store.call} />
          <SessionDialog store={store} />
        </>
      ) : (
        <Notice title={words.noRoleTitle} text={words.noRoleBody}>
          <LinkButton href="/start">{words.toStart}</LinkButton>
        </Notice>
      );
  }
}
