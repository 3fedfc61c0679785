import { holding } from '#functions/domain/group/members.ts';
import { KEY_REUSED, type RequestMark, recognise, remember } from '#functions/domain/referral/requests.ts';
import { accept, type Result, refuse } from '#functions/domain/result.ts';
import type { Around, Said } from '#functions/domain/safeguarding/basics.ts';
import type { Held } from '#functions/domain/safeguarding/hold.ts';
import { findOrganization } from '#functions/store/organization.ts';
import type { Stored } from '#functions/store/record.ts';
import { answersWrite, findAnswers } from '#functions/store/safeguarding.ts';
import type { Write } from '#functions/store/table.ts';
import { listMembers } from '#functions/store/user.ts';
import type { AreaId } from '#shared/model/area.ts';
import type { Instant } from '#shared/model/dates.ts';
import type { OrganizationId, UserId } from '#shared/model/ids.ts';
import type { Organization } from '#shared/model/organization.ts';
import type { Deps } from './deps.ts';
import { groupChange } from './group-change.ts';
import { type By, tell } from './tell.ts';

/** A group whose standing is to change, who changes it, and by which request. */
export type Standing = {
  area: AreaId;
  groupId: OrganizationId;
  userId: UserId;
  mark: RequestMark;
  at: Instant;
};
/** What a group has said and what is around it: all that its standing follows from. */
export type Readiness = { organization: Organization; said: Said; around: Around };
/** What is decided of a standing: how it is from now on, what is told, and what is written beside. */
export type Restanding = Held & { telling: (by: By, organization: Organization) => Told; beside?: Write[] };
type Told = Parameters<typeof tell>[2];

/** What is looked up rather than asked: who is named to read referrals, and the nation whose questions these are. */
export async function aroundOf(deps: Deps, { area, id }: Pick<Organization, 'area' | 'id'>): Promise<Around> {
  const [members, settings] = await Promise.all([listMembers(deps.table, area, id), deps.areas(area)]);
  return { readers: holding(members, id, 'group_reader').length, nation: settings.nation };
}

/** The event of a standing: its type with what the group now stands at. */
export const standingTold =
  (
    type:
      | 'safeguarding.confirmed'
      | 'safeguarding.answered'
      | 'safeguarding.withdrawn'
      | 'safeguarding.resumed',
  ) =>
  (by: By, { id, safeguarding: { status, tier } }: Organization): Told => ({
    ...by,
    type,
    data: { organizationId: id, status, tier },
  });

/**
 * Changes how a group stands: one transaction writes its answers, the group, what senders rely on, and the
 * event. The same request again is one effect. Refuses with what `decide` refuses, `not_found`,
 * `key_reused` and `changed_meanwhile`.
 */
export async function changeStanding(
  deps: Deps,
  { area, groupId, userId, mark, at }: Standing,
  decide: (before: Readiness & { group: Stored<Organization> }) => Promise<Result<Restanding>>,
): Promise<Result<Readiness>> {
  const of = { area, id: groupId };
  const [group, stored] = await Promise.all([findOrganization(deps.table, of), findAnswers(deps.table, of)]);
  if (group === undefined) return refuse('not_found');
  const around = await aroundOf(deps, of);
  const seen = recognise(stored.marks, mark);
  if (seen === 'reused') return refuse(KEY_REUSED);
  if (seen === 'again') return accept({ organization: group.value, said: stored.value, around });
  const decided = await decide({ organization: group.value, group, said: stored.value, around });
  if (!decided.ok) return decided;
  const { safeguarding, said, telling, beside = [] } = decided.value;
  const organization: Organization = { ...group.value, safeguarding };
  const written = await deps.table.transact([
    answersWrite(of, { ...stored, marks: remember(stored.marks, mark) }, said),
    ...(await groupChange(deps.table, group, organization)),
    ...beside,
    tell(
      deps,
      { area, tenant: groupId, aggregate: `safeguarding#${groupId}`, version: stored.version + 1 },
      telling({ userId, at }, organization),
    ),
  ]);
  return written.ok ? accept({ organization, said, around }) : refuse('changed_meanwhile');
}
