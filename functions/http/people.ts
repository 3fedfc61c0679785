import { addScheme } from '#functions/commands/add-scheme.ts';
import { closePerson } from '#functions/commands/close-person.ts';
import type { Deps } from '#functions/commands/deps.ts';
import { AT_ONCE } from '#functions/commands/hand-on.ts';
import { leavingOf, schemesOf } from '#functions/domain/leaver/leaving.ts';
import { isCoordinator } from '#functions/domain/membership.ts';
import { accept } from '#functions/domain/result.ts';
import { listWaiting } from '#functions/store/invite.ts';
import { listLastSignIns } from '#functions/store/last-sign-in.ts';
import { listLeavers } from '#functions/store/leaver.ts';
import { listReferrals } from '#functions/store/referral-listing.ts';
import { schemesOfStaff } from '#functions/store/team.ts';
import { listStaff, listTeam, namesOf, type User } from '#functions/store/user.ts';
import * as api from '#shared/api/people.ts';
import type { AreaId } from '#shared/model/area.ts';
import type { SchemeId, UserId } from '#shared/model/ids.ts';
import type { Leaver } from '#shared/model/leaver.ts';
import type { Principal } from '#shared/model/roles.ts';
import type { App } from './app.ts';
import { inviteView } from './invites.ts';
import { mount } from './mount.ts';

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

/** Everybody a coordinator or manager looks after, each once. */
async function peopleFor(deps: Deps, reader: Principal, now: string) {
  const { area } = reader;
  const { table } = deps;
  const schemes = await schemesOfStaff(table, reader);
  const tenants = [...schemes.map(({ id }) => id), ...(isCoordinator(reader) ? [area] : [])];
  const [teams, staff, waiting, left] = await Promise.all([
    Promise.all(schemes.map(({ id }) => listTeam(table, area, id))),
    isCoordinator(reader) ? listStaff(table, area) : [],
    Promise.all(tenants.map((tenant) => listWaiting(table, area, tenant))),
    Promise.all(schemes.map(({ id }) => listLeavers(table, area, id))),
  ]);
  const users = new Map([...staff, ...teams.flat()].map((user) => [user.userId, user]));
  const active = [...users.values()].filter((user) => user.active).slice(0, 100);
  const signIns = await listLastSignIns(
    table,
    active.map(({ userId }) => userId),
  );
  const people = await Promise.all(
    active.map((user) => personFor(deps, reader, { user, lastSignInAt: signIns.get(user.userId) ?? null })),
  );
  return {
    schemes: schemes.map(({ id, name }) => ({ id, name })),
    people: people.toSorted((a, b) => a.name.localeCompare(b.name)),
    invites: waiting.flat().map(inviteView),
    leavers: await leaversFor(deps, area, left.flat()),
    now,
  };
}

/** Routes of the staff function for whoever looks after who may sign in: who there is, teams, and leavers. */
export function mountPeople(app: App, deps: Deps): void {
  mount(app, api.peopleList, async ({ principal, now }) => accept(await peopleFor(deps, principal, now)));
  mount(app, api.personClose, async ({ principal, params: { userId }, body: { to }, now: at }) => {
    const done = await closePerson(deps, { principal, userId, to, at });
    return done.ok ? accept({ userId: done.value }) : done;
  });
  mount(app, api.schemeCreate, async ({ principal, body: { name }, now: at, idempotencyKey: key }) => {
    return addScheme(deps, { principal, name, key, at });
  });
}
