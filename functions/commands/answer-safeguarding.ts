import { belongsTo } from '#functions/domain/membership.ts';
import type { RequestMark } from '#functions/domain/referral/requests.ts';
import { accept, type Result, refuse } from '#functions/domain/result.ts';
import { type Said, standingAfter } from '#functions/domain/safeguarding/basics.ts';
import { type Renewing, renew, takeBack } from '#functions/domain/safeguarding/hold.ts';
import { listServices, serviceItem } from '#functions/store/service.ts';
import type { Write } from '#functions/store/table.ts';
import type { Instant } from '#shared/model/dates.ts';
import type { OrganizationId } from '#shared/model/ids.ts';
import type { Organization } from '#shared/model/organization.ts';
import type { Principal } from '#shared/model/roles.ts';
import type { SafeguardingAnswers } from '#shared/model/safeguarding-answers.ts';
import { changeStanding, type Readiness, type Standing, standingTold } from './change-standing.ts';
import type { Deps } from './deps.ts';

/** Who answers for which group. */
export type Answering = { principal: Principal; groupId: OrganizationId; mark: RequestMark; at: Instant };

/** What is kept of the answers: those given replace those before, each with the moment it was given. */
function saying(said: Said, given: SafeguardingAnswers, at: Instant): Said {
  const now = Object.keys(given).map((question) => [question, at]);
  return {
    answers: { ...said.answers, ...given },
    answeredAt: { ...said.answeredAt, ...Object.fromEntries(now) },
  };
}

const of = ({ principal: { area, userId }, groupId, mark, at }: Answering): Standing => ({
  ...{ area, userId, groupId, mark, at },
});
const leads = ({ principal, groupId }: Answering) => belongsTo(principal, groupId, ['group_lead']);

/**
 * A lead answers one or several questions; what was answered before stays. The group becomes referable
 * by having nothing left to answer, and ceases to be by an answer that is no longer enough: the same
 * transaction writes the answers, the group, what senders rely on, and the tier of each activity.
 * Refuses `not_found` for another group, `key_reused` and `changed_meanwhile`.
 */
export async function answerSafeguarding(
  deps: Deps,
  answering: Answering,
  given: SafeguardingAnswers,
): Promise<Result<Readiness>> {
  if (!leads(answering)) return refuse('not_found');
  const { at } = answering;
  return changeStanding(deps, of(answering), async ({ organization, said: before, around }) => {
    const said = saying(before, given, at);
    const safeguarding = standingAfter(organization.safeguarding, said, { ...around, now: at });
    const telling = standingTold(
      safeguarding.status === 'confirmed' ? 'safeguarding.confirmed' : 'safeguarding.answered',
    );
    const beside = await activitiesInStep(deps, { ...organization, safeguarding }, given);
    return accept({ safeguarding, said, telling, beside });
  });
}

/** A lead takes the confirmation back: from the next request on nobody is sent. Refuses as `takeBack` does, and `not_found`. */
export async function withdrawConfirmation(deps: Deps, answering: Answering): Promise<Result<Readiness>> {
  if (!leads(answering)) return refuse('not_found');
  return changeStanding(deps, of(answering), async ({ organization, said, around }) => {
    const held = takeBack({ standing: organization.safeguarding, said, around }, answering.at);
    return held.ok ? accept({ ...held.value, telling: standingTold('safeguarding.withdrawn') }) : held;
  });
}

/** A lead says once that everything still holds, for another year. Refuses as `renew` does, and `not_found`. */
export async function renewConfirmation(
  deps: Deps,
  answering: Answering,
  given: Renewing,
): Promise<Result<Readiness>> {
  if (!leads(answering)) return refuse('not_found');
  return changeStanding(deps, of(answering), async ({ organization, said, around }) => {
    const held = renew({ standing: organization.safeguarding, said, around }, given, answering.at);
    return held.ok ? accept({ ...held.value, telling: standingTold('safeguarding.confirmed') }) : held;
  });
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
