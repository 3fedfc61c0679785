import type * as z from 'zod/mini';
import { sessionRead, signOut } from '#shared/api/session.ts';
import type { Answer } from './answer.ts';
import { type Call, createApi } from './api.ts';
import { type Limits, limitsOf, type Standing, standing } from './session-timer.ts';

export type Session = z.output<typeof sessionRead.reply>;
type Who = { kind: 'waiting' } | { kind: 'nobody' } | { kind: 'somebody'; session: Session };

/** What every island sees: who is signed in (or why not), and how long there is. */
export type SessionState = Who | { kind: 'unreachable'; title: string } | { kind: 'ended' };

/** What the session needs of the browser; given by mount.tsx. */
export type SessionPorts = {
  fetch: (url: string, init: RequestInit) => Promise<Response>;
  /** Milliseconds that only go forward; differences count, never the time of day. */
  elapsed: () => number;
  /** Tells the other tabs of this site; `ended` makes them clear themselves too. */
  tell: (message: 'heard' | 'ended') => void;
};

/** After this long without an answer, typing or pressing keeps the session alive by one small call. */
const KEEP_ALIVE_MS = 5 * 60_000;

/**
 * The session as this page knows it. Any answer of the API counts as being here, so does activity (at
 * most one call in five minutes). It ends once: then `state` is `ended`, everything on the page that
 * belongs to somebody is unmounted, and the server is told.
 */
export function createSession(ports: SessionPorts) {
  let state: SessionState = { kind: 'waiting' };
  let limits: Limits | undefined;
  let heardAt = ports.elapsed();
  let readAt = heardAt;
  const listeners = new Set<() => void>();
  const set = (next: SessionState) => {
    state = next;
    for (const listener of listeners) listener();
  };
  const heard = () => {
    heardAt = ports.elapsed();
    ports.tell('heard');
  };
  const call: Call = createApi({ fetch: ports.fetch, heard });

  async function read(): Promise<void> {
    const answer: Answer<Session> = await call(sessionRead);
    if (state.kind === 'ended') return;
    if (answer.ok) {
      readAt = ports.elapsed();
      limits = limitsOf(answer.value);
      return set({ kind: 'somebody', session: answer.value });
    }
    if (answer.refused.code === 'not_signed_in')
      return set(state.kind === 'somebody' ? { kind: 'ended' } : { kind: 'nobody' });
    if (state.kind !== 'somebody') set({ kind: 'unreachable', title: answer.refused.title });
  }

  function end(isTold: boolean): void {
    if (state.kind !== 'somebody') return;
    set({ kind: 'ended' });
    if (isTold) return;
    ports.tell('ended');
    void call(signOut, { key: crypto.randomUUID() });
  }

  const now = (): Standing | undefined =>
    state.kind === 'somebody' && limits !== undefined
      ? standing(limits, ports.elapsed() - heardAt, ports.elapsed() - readAt)
      : undefined;

  return {
    call,
    read,
    end,
    standing: now,
    get: () => state,
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    /** Another tab heard from the API or ended the session. */
    told(message: unknown) {
      if (message === 'heard') heardAt = ports.elapsed();
      if (message === 'ended') end(true);
    },
    /** Somebody typed or pressed something here. */
    active() {
      if (now()?.phase === 'open' && ports.elapsed() - heardAt > KEEP_ALIVE_MS) void read();
    },
  };
}
export type SessionStore = ReturnType<typeof createSession>;
