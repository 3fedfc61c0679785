import { canTakeOn, type Leaving, leavingOf, schemesOf } from '#functions/domain/leaver/leaving.ts';
import { accept, type Result, refuse } from '#functions/domain/result.ts';
import { portalKeys } from '#functions/store/keys.ts';
import { leaverItem, listLeavers } from '#functions/store/leaver.ts';
import type { Stored } from '#functions/store/record.ts';
import type { Write } from '#functions/store/table.ts';
import { schemesOfStaff } from '#functions/store/team.ts';
import { findUser, type User } from '#functions/store/user.ts';
import type { Instant } from '#shared/model/dates.ts';
import type { SchemeId, UserId } from '#shared/model/ids.ts';
import type { Principal } from '#shared/model/roles.ts';
import { people as words } from '#shared/text/en/people.ts';
import { accessWrites } from './access.ts';
import type { Deps } from './deps.ts';
import { type Caseload, handOnRest, handWrites, nextOf } from './hand-on.ts';

/** `to`: the colleague who takes the live referrals on; null when there are none. */
export type Closing = { principal: Principal; userId: UserId; to: UserId | null; at: Instant };

const RACES = 4;
const nameColleague = refuse({ code: 'invalid', fields: [{ id: 'to', text: words.close.nameSomebody }] });

/** Whoever takes on the referrals of these teams; refuses `invalid` when it is nobody who can. */
async function colleagueFor(
  { table }: Deps,
  { principal, userId, to }: Closing,
  schemes: readonly SchemeId[],
): Promise<Result<Stored<User>>> {
  const found = to === null || to === userId ? undefined : await findUser(table, to);
  if (found === undefined || found.value.area !== principal.area) return nameColleague;
  return schemes.every((id) => canTakeOn(found.value, id)) ? accept(found) : nameColleague;
}

/** Changes nothing: fails when somebody's rights changed since they were read. */
const stands = ({ value, version }: Stored<User>): Write => ({
  kind: 'check',
  table: 'portal',
  key: portalKeys.user(value.userId),
  expected: { version },
});

type Attempt = Closing & { closer: Stored<User>; person: Stored<User>; leaving: Leaving };

/** One attempt to end the roles and hand on as many referrals as fit beside, all in one transaction. */
async function attempt(deps: Deps, closing: Attempt): Promise<Result<boolean>> {
  const { principal, userId, at, person, closer, leaving } = closing;
  const { area, userId: by } = principal;
  const schemes = schemesOf(leaving.leaves);
  const caseloads: Caseload[] = schemes.map((schemeId) => ({ area, schemeId, userId }));
  const live = await Promise.all(caseloads.map((caseload) => nextOf(deps, caseload)));
  const busy = schemes.filter((_, index) => (live[index] ?? []).length > 0);
  const colleague = busy.length > 0 ? await colleagueFor(deps, closing, busy) : undefined;
  if (colleague?.ok === false) return colleague;
  const to = colleague?.value.value;
  const active = leaving.stays.length > 0;
  const change = { actor: by, at, to: { active, memberships: active ? leaving.stays : leaving.leaves } };
  const { writes } = await accessWrites(deps, person, change);
  // One team's referrals go with the account; somebody in two teams has the others follow at once.
  const index = live.findIndex((some) => some.length > 0);
  const [one, referrals = []] = [caseloads[index], live[index]];
  const written = await deps.table.transact([
    ...[closer, ...(colleague ? [colleague.value] : [])].map(stands),
    ...writes,
    ...schemes.map((schemeId): Write => {
      const leaver = { area, schemeId, userId, name: person.value.name, to: to?.userId ?? null, by, at };
      return { kind: 'put', table: 'portal', item: leaverItem(leaver, at), expected: 'any' };
    }),
    ...(one && to ? handWrites(deps, one, { to, by, at, referrals }) : []),
  ]);
  if (!written.ok) return accept(false);
  if (to === undefined) return accept(true);
  const rest = await Promise.all(caseloads.map((caseload) => handOnRest(deps, caseload, { to, by, at })));
  return rest.every(Boolean) ? accept(true) : refuse('changed_meanwhile');
}

/**
 * Closes somebody who leaves: their sessions and roles end, and every live referral of theirs is a named
 * colleague's, in one transaction where they have at most `AT_ONCE`; more follow at once, and what a
 * fault leaves over is handed on by doing it again. Refuses `not_found`, `own_account`, `invalid` where a
 * colleague of the same team has to be named, and `changed_meanwhile`.
 */
export async function closePerson(deps: Deps, closing: Closing): Promise<Result<UserId>> {
  for (let race = 0; race < RACES; race += 1) {
    const done = await closeOnce(deps, closing);
    if (!done.ok) return done;
    if (done.value) return accept(closing.userId);
  }
  return refuse('changed_meanwhile');
}

/** One reading of both people, and one attempt; false when something changed meanwhile. */
async function closeOnce(deps: Deps, closing: Closing): Promise<Result<boolean>> {
  const [closer, person] = await Promise.all([
    findUser(deps.table, closing.principal.userId),
    findUser(deps.table, closing.userId),
  ]);
  if (!closer?.value.active || person === undefined) return refuse('not_found');
  const leaving = leavingOf(closer.value, person.value);
  if (person.value.active && leaving.ok)
    return attempt(deps, { ...closing, closer, person, leaving: leaving.value });
  if (!leaving.ok && leaving.refusal.code !== 'not_found') return leaving;
  return handOnAgain(deps, closing, await schemesLeft(deps, closer.value, closing.userId));
}

/** The teams somebody has left, of those this closer looks after. */
async function schemesLeft({ table }: Deps, closer: User, userId: UserId): Promise<SchemeId[]> {
  const schemes = await schemesOfStaff(table, closer);
  const left = await Promise.all(schemes.map(({ id }) => listLeavers(table, closer.area, id)));
  return left.flat().flatMap((one) => (one.userId === userId ? [one.schemeId] : []));
}

/** Goes on where closing somebody was cut short: hands on what is still theirs. */
async function handOnAgain(
  deps: Deps,
  closing: Closing,
  schemes: readonly SchemeId[],
): Promise<Result<boolean>> {
  if (schemes.length === 0) return refuse('not_found');
  const { principal, userId, at } = closing;
  const { area, userId: by } = principal;
  for (const schemeId of schemes) {
    const caseload = { area, schemeId, userId };
    if ((await nextOf(deps, caseload)).length === 0) continue;
    const before = (await listLeavers(deps.table, area, schemeId)).find((one) => one.userId === userId);
    const colleague = await colleagueFor(deps, { ...closing, to: closing.to ?? before?.to ?? null }, [
      schemeId,
    ]);
    if (!colleague.ok) return colleague;
    if (!(await handOnRest(deps, caseload, { to: colleague.value.value, by, at })))
      return refuse('changed_meanwhile');
  }
  return accept(true);
}
