import { addScheme } from '#functions/commands/add-scheme.ts';
import { closePerson } from '#functions/commands/close-person.ts';
import type { Deps } from '#functions/commands/deps.ts';
import { AT_ONCE } from '#functions/commands/hand-on.ts';
import { leavingOf, schemesOf } from '#functions/domain/leaver/leaving.ts';
import { isCoordinator } from '#functions/domain/membership.ts';
import { accept, refuse } from '#functions/domain/result.ts';
import { listWaiting } from '#functions/store/invite.ts';
import { listLastSignIns } from '#functions/store/last-sign-in.ts';
import { listLeavers } from '#functions/store/leaver.ts';
import { pageOfMembers } from '#functions/store/member-pages.ts';
import { listReferrals } from '#functions/store/referral-listing.ts';
import { schemesOfStaff } from '#functions/store/team.ts';
import { namesOf, type User } from '#functions/store/user.ts';
import * as api from '#shared/api/people.ts';
import type { AreaId } from '#shared/model/area.ts';
import type { SchemeId, UserId } from '#shared/model/ids.ts';
import type { Leaver } from '#shared/model/leaver.ts';
import type { Principal } from '#shared/model/roles.ts';
import type { App } from './app.ts';
import { inviteView } from './invites.ts';
import { mount } from './mount.ts';
import { readMembers, writeMembers } from './people-cursor.ts';

/** So many are shown at a time: for each, their live referrals are counted. */
const AT_A_TIME = 50;

/** How many live referrals of a team are somebody's, as the caseload lists them; `AT_ONCE` stands for more. */
async function liveOf(
  { table }: Deps,
  area: AreaId,
  of: { scheme: SchemeId; user: UserId },
): Promise<number> {
  const { rows } = await listReferrals(
    table,
    { of: 'caseload', area, live: true, ...of },
    { limit: AT_ONCE },
  );
  return rows.length;
}

async function personFor(
  deps: Deps,
  reader: Principal,
  { user, lastSignInAt }: { user: User; lastSignInAt: string | null },
) {
  const { userId, name, email, area } = user;
  const ends = leavingOf(reader, user);
  const counts = await Promise.all(
    schemesOf(user.memberships).map((scheme) => liveOf(deps, area, { scheme, user: userId })),
  );
  const live = counts.reduce((sum, count) => sum + count, 0);
  const memberships = user.memberships.filter((held) => !('organizationId' in held));
  return { userId, name, email, memberships, lastSignInAt, live, mayClose: ends.ok };
}

async function leaversFor(deps: Deps, area: AreaId, leavers: readonly Leaver[]) {
  const names = await namesOf(deps.table, leavers.flatMap(({ to }) => to ?? []).slice(0, 100));
  return Promise.all(
    leavers.map(async ({ userId, name, schemeId, to, at }) => ({
      ...{ userId, name, schemeId, at },
      toName: to === null ? null : (names.get(to) ?? null),
      left: await liveOf(deps, area, { scheme: schemeId, user: userId }),
    })),
  );
}

/** Who is invited and who has left, of the teams somebody looks after; `null` stands for the area itself. */
async function aroundFor(deps: Deps, area: AreaId, teams: readonly (SchemeId | null)[]) {
  const { table } = deps;
  const [waiting, left] = await Promise.all([
    Promise.all(teams.map((team) => listWaiting(table, area, team ?? area))),
    Promise.all(teams.map((team) => (team === null ? [] : listLeavers(table, area, team)))),
  ]);
  return { invites: waiting.flat().map(inviteView), leavers: await leaversFor(deps, area, left.flat()) };
}

/** A page of those a coordinator or manager looks after. Refuses `malformed` for a strange cursor. */
async function peopleFor(deps: Deps, reader: Principal, { cursor, now }: { cursor?: string; now: string }) {
  const { area } = reader;
  const { table } = deps;
  const schemes = (await schemesOfStaff(table, reader)).map(({ id, name }) => ({ id, name }));
  const teams = [...(isCoordinator(reader) ? [null] : []), ...schemes.map(({ id }) => id)];
  const [first = null] = teams;
  const from = cursor === undefined ? { team: first, after: null } : readMembers(cursor, teams);
  if (from === undefined) return refuse('malformed');
  const [{ users, next }, around] = await Promise.all([
    pageOfMembers(table, area, { teams, from, most: AT_A_TIME }),
    cursor === undefined ? aroundFor(deps, area, teams) : { invites: [], leavers: [] },
  ]);
  const active = users.filter((user) => user.active);
  const ids = active.map(({ userId }) => userId);
  const signIns = await listLastSignIns(table, ids);
  const rows = await Promise.all(
    active.map((user) => personFor(deps, reader, { user, lastSignInAt: signIns.get(user.userId) ?? null })),
  );
  return accept({ schemes, rows, next: next && writeMembers(next), ...around, now });
}

/** Routes of the staff function for whoever looks after who may sign in: who there is, teams, and leavers. */
export function mountPeople(app: App, deps: Deps): void {
  mount(app, api.peopleList, ({ principal, query: { cursor }, now }) =>
    peopleFor(deps, principal, { now, ...(cursor === undefined ? {} : { cursor }) }),
  );
  mount(app, api.personClose, async ({ principal, params: { userId }, body: { to }, now: at }) => {
    const done = await closePerson(deps, { principal, userId, to, at });
    return done.ok ? accept({ userId: done.value }) : done;
  });
  mount(app, api.schemeCreate, async ({ principal, body: { name }, now: at, idempotencyKey: key }) => {
    return addScheme(deps, { principal, name, key, at });
  });
}
