import { useEffect, useState } from 'preact/hooks';
import type { SessionState, SessionStore } from './session.ts';
import type { Standing } from './session-timer.ts';

/** Draws again whenever the session changes. */
export function useSession(store: SessionStore): SessionState {
  const [state, setState] = useState(store.get());
  useEffect(() => {
    setState(store.get());
    return store.subscribe(() => setState(store.get()));
  }, [store]);
  return state;
}

/** Looks once a second how long there is; ends the session when there is nothing left. */
export function useStanding(store: SessionStore): Standing['phase'] | 'fixed' {
  const [phase, setPhase] = useState<Standing['phase'] | 'fixed'>('open');
  useEffect(() => {
    const look = () => {
      const now = store.standing();
      if (now === undefined) return;
      if (now.phase === 'ended') store.end(false);
      setPhase(now.phase === 'warning' && !now.extendable ? 'fixed' : now.phase);
    };
    const timer = setInterval(look, 1000);
    return () => clearInterval(timer);
  }, [store]);
  return phase;
}
