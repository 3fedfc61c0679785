import { accept, type Result, refuse } from '#functions/domain/result.ts';
import type { Clock } from '#functions/runtime/clock.ts';
import type { Ids } from '#functions/runtime/ids.ts';
import { hashOf, type NewSecret } from '#functions/runtime/secrets.ts';
import { Unavailable } from '#functions/runtime/unavailable.ts';
import { portalKeys } from '#functions/store/keys.ts';
import { signInNoted } from '#functions/store/last-sign-in.ts';
import type { Stored } from '#functions/store/record.ts';
import { findRoster, MAX_SESSIONS, type RosterEntry, rosterWrite } from '#functions/store/roster.ts';
import {
  endOf,
  type LiveSession,
  type Session,
  sessionEnded,
  sessionItem,
} from '#functions/store/session.ts';
import { personEvent } from '#functions/store/session-events.ts';
import { namesFor } from '#functions/store/session-names.ts';
import type { Table, Write } from '#functions/store/table.ts';
import { bindingWrites, type Recognised, recognise, type User } from '#functions/store/user.ts';
import type { Instant } from '#shared/model/dates.ts';
import { type Principal, Principal as PrincipalSchema } from '#shared/model/roles.ts';
import { merged } from './merge-person.ts';

export type SessionDeps = { table: Table; now: Clock; ids: Ids; secret: NewSecret; sessionId: () => string };

/** Whom an identity provider vouches for. */
export type Arrival = { identity: string; verifiedEmail: string | undefined };
/** What a sign-in makes: the token goes to the browser and nowhere else. */
export type Started = { token: string; session: Session };

const RACES = 5;

/**
 * Starts a session for somebody we know or invited: a new token each time, at most three sessions a
 * person (the oldest ends). State and events are one transaction, conditioned on the user as read: a
 * right taken away at the same moment wins. Refuses `not_found` for somebody unknown or no longer active.
 */
export async function startSession(deps: SessionDeps, arrival: Arrival): Promise<Result<Started>> {
  for (let race = 0; race < RACES; race += 1) {
    const known = await recognise(deps.table, arrival);
    if (!known?.user.value.active) return refuse('not_found');
    const started = await attempt(deps, arrival, known);
    if (started !== undefined) return accept(started);
  }
  throw new Unavailable('storage', new Error('A sign-in lost every race'));
}

const principalOf = ({ active: _active, mail: _mail, ...principal }: User): Principal =>
  PrincipalSchema.parse(principal);

async function newSession(deps: SessionDeps, user: User, now: Instant): Promise<Session> {
  const principal = principalOf(user);
  const names = await namesFor(deps.table, principal);
  return {
    id: deps.sessionId(),
    principal,
    ...names,
    startedAt: now,
    endsAt: endOf(now),
  };
}

/** Who signs in, and what has to stand or change of them: what is written depends on the user as read. */
function signingIn(deps: SessionDeps, { user, joins }: Recognised, now: Instant) {
  const { value, version } = user;
  if (joins !== undefined) return merged(deps, { user, joins }, now);
  const check: Write = {
    kind: 'check',
    table: 'portal',
    key: portalKeys.user(value.userId),
    expected: { version },
  };
  return { after: value, writes: [check] };
}

async function attempt(deps: SessionDeps, arrival: Arrival, known: Recognised): Promise<Started | undefined> {
  const now = deps.now();
  const { after: user, writes: person } = signingIn(deps, known, now);
  const roster = await findRoster(deps.table, user.userId, now);
  const session = await newSession(deps, user, now);
  const token = deps.secret();
  const hash = hashOf(token);
  const surplus = Math.max(0, roster.value.length - (MAX_SESSIONS - 1));
  const [ended, kept] = [roster.value.slice(0, surplus), roster.value.slice(surplus)];
  const entry = { hash, sessionId: session.id, startedAt: now, endsAt: session.endsAt };
  const { identity } = arrival;
  const binding = known.binds && bindingWrites(user, { identity, expected: known.binds });
  const writes: Write[] = [
    ...person,
    { kind: 'put', table: 'sessions', item: sessionItem(hash, session), expected: 'absent' },
    rosterWrite(user.userId, [...kept, entry], roster.version),
    ...(binding ?? []),
    signInNoted(user.userId, now),
    startedEvent(deps, session),
    ...ended.flatMap((gone) => endedWrites(deps, session.principal, { entry: gone, reason: 'replaced' })),
  ];
  const written = await deps.table.transact(writes);
  return written.ok ? { token, session } : undefined;
}

const startedEvent = (deps: SessionDeps, { id, principal, startedAt }: Session): Write =>
  personEvent(principal, {
    id: deps.ids.event(),
    at: startedAt,
    aggregate: `session#${id}`,
    version: 1,
    type: 'session.started',
    data: { userId: principal.userId },
  });

type Ending = {
  entry: Pick<RosterEntry, 'hash' | 'sessionId'>;
  reason: 'signed_out' | 'revoked' | 'replaced';
};

/** The writes that end one session: the item and its event. The list of the person is the caller's to write. */
export function endedWrites(
  deps: Pick<SessionDeps, 'now' | 'ids'>,
  principal: Principal,
  { entry, reason }: Ending,
): Write[] {
  const event = personEvent(principal, {
    id: deps.ids.event(),
    at: deps.now(),
    aggregate: `session#${entry.sessionId}`,
    version: 2,
    type: 'session.ended',
    data: { userId: principal.userId, reason },
  });
  return [sessionEnded(entry.hash), event];
}

/** Ends the session somebody signs out of. Ending it twice is no fault. */
export async function endSession(
  deps: Pick<SessionDeps, 'table' | 'now' | 'ids'>,
  live: LiveSession,
): Promise<void> {
  const { principal, id } = live.session;
  for (let race = 0; race < RACES; race += 1) {
    const roster: Stored<RosterEntry[]> = await findRoster(deps.table, principal.userId, deps.now());
    const entry = roster.value.find(({ hash }) => hash === live.hash);
    if (entry === undefined) return;
    const rest = roster.value.filter((other) => other !== entry);
    const written = await deps.table.transact([
      rosterWrite(principal.userId, rest, roster.version),
      ...endedWrites(deps, principal, { entry: { hash: live.hash, sessionId: id }, reason: 'signed_out' }),
    ]);
    if (written.ok) return;
  }
  throw new Unavailable('storage', new Error('A sign-out lost every race'));
}
