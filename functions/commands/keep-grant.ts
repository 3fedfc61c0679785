import { recheckDue } from '#functions/domain/grant/recheck.ts';
import { KEY_REUSED, type RequestMark, recognise, remember } from '#functions/domain/referral/requests.ts';
import { accept, type Result, refuse } from '#functions/domain/result.ts';
import { findGrantToChange, grantItem, listGrants } from '#functions/store/grant.ts';
import { handledWrite } from '#functions/store/handled.ts';
import type { Stored } from '#functions/store/record.ts';
import type { Write } from '#functions/store/table.ts';
import { MOST_GRANTS } from '#shared/api/grants.ts';
import type { Instant } from '#shared/model/dates.ts';
import type { Grant, GrantWritten } from '#shared/model/grant.ts';
import { GrantId } from '#shared/model/ids.ts';
import type { Principal } from '#shared/model/roles.ts';
import type { Deps } from './deps.ts';
import { tell } from './tell.ts';

export type Keeping = { principal: Principal; key: string; mark: RequestMark; at: Instant };

/**
 * A coordinator adds a fund they have just read at its source. Refuses with `list_full` when the area
 * has a hundred, and `key_reused`.
 */
export async function addGrant(
  deps: Deps,
  { principal, key, mark, at }: Keeping,
  written: GrantWritten,
): Promise<Result<Stored<Grant>>> {
  const { area, userId } = principal;
  const id = GrantId.parse(deps.ids.created({ tenant: area, user: userId, route: 'grant.add', key }));
  const listed = await listGrants(deps.table, area, MOST_GRANTS);
  const full = listed.rows.length + listed.unfit.length >= MOST_GRANTS;
  if (full && !listed.rows.some(({ value }) => value.id === id)) return refuse('list_full');
  const grant: Grant = {
    ...written,
    id,
    area,
    sourceCheckedAt: at,
    sourceCheckedBy: userId,
    lastChangedAt: at,
  };
  const done = await deps.table.transact([
    { kind: 'put', table: 'portal', item: grantItem(grant, 1, remember([], mark)), expected: 'absent' },
    tell(
      deps,
      { area, tenant: area, aggregate: `grant#${id}`, version: 1 },
      { userId, at, type: 'grant.added', data: { grantId: id } },
    ),
  ]);
  if (done.ok) return accept({ value: grant, version: 1 });
  const before = await findGrantToChange(deps.table, { area, id });
  return before !== undefined && recognise(before.marks, mark) === 'again'
    ? accept(before)
    : refuse(KEY_REUSED);
}

/** The line of the history, where the fund stood in the coordinator's queue. */
function handledIfDue(
  { ids }: Deps,
  { area, name }: Principal,
  { before, after, at }: { before: Grant; after: Grant; at: Instant },
): Write[] {
  const due = recheckDue(before);
  if (due === null || due.at > at) return [];
  const outcome = after.status === 'withdrawn' ? 'withdrawn' : 'checked';
  const line = { at, byName: name, kind: 'grant', about: before.title, outcome, taskId: null } as const;
  return [handledWrite(area, ids.event(), line)];
}

type Change = {
  type: 'grant.changed' | 'grant.checked';
  from: number | undefined;
  to: Partial<GrantWritten>;
};

async function putChange(
  deps: Deps,
  { principal, mark, at }: Keeping,
  change: Change & { id: GrantId },
): Promise<Result<Stored<Grant>>> {
  const { area, userId } = principal;
  const before = await findGrantToChange(deps.table, { area, id: change.id });
  if (before === undefined) return refuse('not_found');
  const seen = recognise(before.marks, mark);
  if (seen === 'reused') return refuse(KEY_REUSED);
  if (seen === 'again') return accept(before);
  if (change.from !== undefined && change.from !== before.version) return refuse('changed_meanwhile');
  const version = before.version + 1;
  const checked = { sourceCheckedAt: at, sourceCheckedBy: userId, lastChangedAt: at };
  const grant: Grant = { ...before.value, ...change.to, ...checked };
  const item = grantItem(grant, version, remember(before.marks, mark));
  const done = await deps.table.transact([
    { kind: 'put', table: 'portal', item, expected: { version: before.version } },
    tell(
      deps,
      { area, tenant: area, aggregate: `grant#${grant.id}`, version },
      { userId, at, type: change.type, data: { grantId: grant.id } },
    ),
    ...handledIfDue(deps, principal, { before: before.value, after: grant, at }),
  ]);
  return done.ok ? accept({ value: grant, version }) : refuse('changed_meanwhile');
}

/**
 * A coordinator changes a fund after reading its source, which counts as a check. Refuses with `not_found`
 * elsewhere, `key_reused`, and `changed_meanwhile` when it is not the version the change was made from.
 */
export const changeGrant = (
  deps: Deps,
  keeping: Keeping,
  { id, version, to }: { id: GrantId; version: number; to: GrantWritten },
): Promise<Result<Stored<Grant>>> =>
  putChange(deps, keeping, { id, type: 'grant.changed', from: version, to });

/**
 * A coordinator says that a fund is as its source says; one reported as doubtful stands again. Refuses
 * with `not_found` elsewhere, `key_reused` and `changed_meanwhile`.
 */
export async function checkGrant(deps: Deps, keeping: Keeping, id: GrantId): Promise<Result<Stored<Grant>>> {
  const before = await findGrantToChange(deps.table, { area: keeping.principal.area, id });
  const to: Partial<GrantWritten> = before?.value.status === 'unverified' ? { status: 'published' } : {};
  return putChange(deps, keeping, { id, type: 'grant.checked', from: undefined, to });
}
