import { standingAfter } from '#functions/domain/safeguarding/basics.ts';
import { isCurrent } from '#functions/domain/safeguarding/receive.ts';
import { findOrganization } from '#functions/store/organization.ts';
import { answersWrite, findAnswers } from '#functions/store/safeguarding.ts';
import type { Write } from '#functions/store/table.ts';
import type { AreaId } from '#shared/model/area.ts';
import type { OrganizationId } from '#shared/model/ids.ts';
import { standingTold } from './change-standing.ts';
import type { Deps } from './deps.ts';
import { groupChange } from './group-change.ts';
import { type By, tell } from './tell.ts';

/**
 * The writes that keep a group's standing true when its first reader comes (`readers` 1 or more) or its
 * last one goes (0): a group whose other answers are all given is confirmed by the first, and takes no
 * referrals from the moment the last has gone. None where that changes nothing, or where the group or a
 * coordinator has said otherwise.
 */
export async function readersInStep(
  deps: Deps,
  of: { area: AreaId; id: OrganizationId },
  { readers, ...by }: By & { readers: number },
): Promise<Write[]> {
  const [group, answers, { nation }] = await Promise.all([
    findOrganization(deps.table, of),
    findAnswers(deps.table, of),
    deps.areas(of.area),
  ]);
  if (group === undefined) return [];
  const before = group.value.safeguarding;
  if (before.status === 'withdrawn_by_group' || isCurrent(before, by.at) === readers > 0) return [];
  const after = standingAfter(before, answers.value, { readers, nation, now: by.at });
  if (readers > 0 && after.status !== 'confirmed') return [];
  const organization = { ...group.value, safeguarding: after };
  const type = readers > 0 ? 'safeguarding.confirmed' : 'safeguarding.answered';
  const version = answers.version + 1;
  return [
    answersWrite(of, answers, answers.value),
    ...(await groupChange(deps.table, group, organization)),
    tell(
      deps,
      { area: of.area, tenant: of.id, aggregate: `safeguarding#${of.id}`, version },
      standingTold(type)(by, organization),
    ),
  ];
}
