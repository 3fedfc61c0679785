import { belongsTo } from '#functions/domain/membership.ts';
import { KEY_REUSED, type RequestMark, recognise, remember } from '#functions/domain/referral/requests.ts';
import { accept, type Result, refuse } from '#functions/domain/result.ts';
import { type Around, type Said, standingAfter } from '#functions/domain/safeguarding/basics.ts';
import { findOrganization } from '#functions/store/organization.ts';
import { type AnswersToChange, answersWrite, findAnswers } from '#functions/store/safeguarding.ts';
import { listServices, serviceItem } from '#functions/store/service.ts';
import type { Write } from '#functions/store/table.ts';
import { listMembers } from '#functions/store/user.ts';
import type { Instant } from '#shared/model/dates.ts';
import type { OrganizationId } from '#shared/model/ids.ts';
import type { Organization } from '#shared/model/organization.ts';
import type { Principal } from '#shared/model/roles.ts';
import type { SafeguardingAnswers } from '#shared/model/safeguarding-answers.ts';
import type { Deps } from './deps.ts';
import { groupChange } from './group-change.ts';
import { tell } from './tell.ts';

/** Who answers for which group. */
export type Answering = { principal: Principal; groupId: OrganizationId; mark: RequestMark; at: Instant };
/** What a group has said and what is around it: all that its standing follows from. */
export type Readiness = { organization: Organization; said: Said; around: Around };

/** What is looked up rather than asked: who is named to read referrals, and the nation whose questions these are. */
export async function aroundOf(deps: Deps, { area, id }: Pick<Organization, 'area' | 'id'>): Promise<Around> {
  const [members, settings] = await Promise.all([listMembers(deps.table, area, id), deps.areas(area)]);
  const reads = members.filter(
    ({ active, memberships }) =>
      active && memberships.some((held) => held.role === 'group_reader' && held.organizationId === id),
  );
  return { readers: reads.length, nation: settings.nation };
}

/** What is kept of the answers: those given replace those before, each with the moment it was given. */
function saying({ value }: AnswersToChange, given: SafeguardingAnswers, at: Instant): Said {
  const now = Object.keys(given).map((question) => [question, at]);
  return {
    answers: { ...value.answers, ...given },
    answeredAt: { ...value.answeredAt, ...Object.fromEntries(now) },
  };
}

/**
 * A lead answers one or several questions; what was answered before stays. The group becomes referable
 * by having nothing left to answer, and ceases to be by an answer that is no longer enough: the same
 * transaction writes the answers, the group, what senders rely on, and the tier of each activity.
 * Refuses `not_found` for another group, `key_reused` and `changed_meanwhile`.
 */
export async function answerSafeguarding(
  deps: Deps,
  { principal, groupId, mark, at }: Answering,
  given: SafeguardingAnswers,
): Promise<Result<Readiness>> {
  if (!belongsTo(principal, groupId, ['group_lead'])) return refuse('not_found');
  const of = { area: principal.area, id: groupId };
  const [group, stored] = await Promise.all([findOrganization(deps.table, of), findAnswers(deps.table, of)]);
  if (group === undefined) return refuse('not_found');
  const around = await aroundOf(deps, of);
  const seen = recognise(stored.marks, mark);
  if (seen === 'reused') return refuse(KEY_REUSED);
  if (seen === 'again') return accept({ organization: group.value, said: stored.value, around });
  const said = saying(stored, given, at);
  const safeguarding = standingAfter(group.value.safeguarding, said, { ...around, now: at });
  const organization: Organization = { ...group.value, safeguarding };
  const confirmed = safeguarding.status === 'confirmed';
  const written = await deps.table.transact([
    answersWrite(of, { ...stored, marks: remember(stored.marks, mark) }, said),
    ...(await groupChange(deps.table, group, organization)),
    ...(await activitiesInStep(deps, organization, given)),
    tell(
      deps,
      { area: of.area, tenant: groupId, aggregate: `safeguarding#${groupId}`, version: stored.version + 1 },
      {
        userId: principal.userId,
        at,
        type: confirmed ? 'safeguarding.confirmed' : 'safeguarding.answered',
        data: { organizationId: groupId, status: safeguarding.status, tier: safeguarding.tier },
      },
    ),
  ]);
  return written.ok ? accept({ organization, said, around }) : refuse('changed_meanwhile');
}

/** The writes that give each activity the tier of what the group does, and its limits where it has none of its own. */
async function activitiesInStep(
  { table }: Deps,
  { area, services, safeguarding: { tier } }: Organization,
  { limits = [] }: SafeguardingAnswers,
): Promise<Write[]> {
  const { rows } = await listServices(table, area, services);
  return rows.flatMap(({ value, version }): Write[] => {
    const exclusions = value.exclusions.length === 0 ? limits : value.exclusions;
    if (value.tier === tier && exclusions === value.exclusions) return [];
    const item = serviceItem(area, { ...value, tier, exclusions }, version + 1);
    return [{ kind: 'put', table: 'portal', item, expected: { version } }];
  });
}
