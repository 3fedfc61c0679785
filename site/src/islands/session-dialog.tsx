import { useEffect, useRef, useState } from 'preact/hooks';
import { session as words } from '#shared/text/en/session.ts';
import { Button } from '#shared/ui/button.tsx';
import type { SessionStore } from '../lib/session.ts';
import { useStanding } from '../lib/use-store.ts';

/** Opens as a modal dialog two minutes before the end; Enter on its first button, or Escape, stays signed in. */
export function SessionDialog({ store }: { store: SessionStore }) {
  const phase = useStanding(store);
  const [isNoted, setNoted] = useState(false);
  const dialog = useRef<HTMLDialogElement>(null);
  const isShown = phase === 'warning' || (phase === 'fixed' && !isNoted);
  useEffect(() => {
    if (isShown) dialog.current?.showModal();
    else dialog.current?.close();
  }, [isShown]);
  const stay = (event: Event) => {
    event.preventDefault();
    if (phase === 'fixed') setNoted(true);
    else void store.read();
  };
  return (
    <dialog
      ref={dialog}
      class="app-dialog"
      aria-labelledby="session-dialog-title"
      aria-describedby="session-dialog-text"
      onCancel={stay}
    >
      <h2 class="govuk-heading-m" id="session-dialog-title">
        {words.warnTitle}
      </h2>
      <p class="govuk-body" id="session-dialog-text">
        {phase === 'fixed' ? words.warnEnd : words.warnIdle}
      </p>
      <div class="govuk-button-group">
        <Button type="button" onClick={stay}>
          {phase === 'fixed' ? words.understood : words.stay}
        </Button>
        <Button type="button" look="secondary" onClick={() => store.end(false)}>
          {words.signOutNow}
        </Button>
      </div>
    </dialog>
  );
}
