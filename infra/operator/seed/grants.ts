import { eventWrite } from '#functions/store/event.ts';
import { grantItem, isPublic, publicGrantItem, shownGrantsItem } from '#functions/store/grant.ts';
import { grantProfileItem } from '#functions/store/grant-profile.ts';
import type { Item } from '#functions/store/table.ts';
import { AreaId } from '#shared/model/area.ts';
import { instantOf } from '#shared/model/civil-time.ts';
import type { Instant } from '#shared/model/dates.ts';
import { Grant } from '#shared/model/grant.ts';
import { GrantAnswers } from '#shared/model/grant-answers.ts';
import { EventId, GrantId } from '#shared/model/ids.ts';
import { seededId } from './chance.ts';
import { DEMO_GROUP } from './demonstration-groups.ts';
import type { Fund } from './fund.ts';
import { MANCHESTER_FUNDS } from './funds-manchester.ts';
import { SHROPSHIRE_FUNDS } from './funds-shropshire.ts';
import { WIDER_FUNDS } from './funds-wider.ts';
import { numbered } from './grant-rules.ts';
import { SEEDER } from './mark.ts';
import { dayAfter, daysBefore } from './moments.ts';

const slug = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

const idOf = (area: string, { title }: Fund) => GrantId.parse(seededId(`grant ${area} ${title}`));

function grantOf(area: AreaId, fund: Fund, now: Instant): Grant {
  const { title, funder, summary, pounds, types, themes = [], checked = 10, rules } = fund;
  const [min, max] = pounds;
  const checkedAt = daysBefore(now, checked);
  return Grant.parse({
    id: idOf(area, fund),
    area,
    title,
    funderName: funder,
    programmeName: null,
    sourceUrl: `https://${slug(funder)}.example/${slug(title)}`,
    summary,
    whatItPays: [],
    whatItDoesNot: ['Loans and debts'],
    amount: { min, max, typical: Math.round(max / 200) * 100 || max },
    fundingTypes: [...types],
    durationMonths: 12,
    themes: [...themes],
    openFrom: fund.opens === undefined ? null : dayAfter(now, fund.opens),
    closesAt: fund.closes === undefined ? null : instantOf(dayAfter(now, fund.closes), '17:00'),
    rounds: (fund.rounds ?? []).map((days) => dayAfter(now, days)),
    decisionWeeks: fund.decides,
    applyAtLeastWeeksBefore: fund.askBefore ?? null,
    effort: {
      hours: max > 3000 ? 12 : 3,
      needsQuotes: types.includes('equipment') && max > 1000,
      needsReferee: max > 2000,
      jointOk: false,
    },
    access: { offlineForm: max <= 1000, easyRead: false, supportContact: null },
    hostAccepted: rules.some(({ rule }) => rule.kind === 'account' && rule.hostAccepted),
    matchFundingPercent: null,
    lastRound: null,
    pastAwards: null,
    criteria: numbered(rules),
    status: fund.status ?? 'published',
    sourceCheckedAt: checkedAt,
    sourceCheckedBy: null,
    lastChangedAt: checkedAt,
  });
}

const FUNDS: readonly (readonly [AreaId, readonly Fund[]])[] = [
  [AreaId.parse('manchester'), [...MANCHESTER_FUNDS, ...WIDER_FUNDS]],
  [AreaId.parse('shropshire'), SHROPSHIRE_FUNDS],
];

/** The invented funds of an area; every date counts from the day of seeding. */
export const grantsOf = (area: AreaId, now: Instant): Grant[] =>
  (FUNDS.find(([of]) => of === area)?.[1] ?? []).map((fund) => grantOf(area, fund, now));

/** What the demonstration group has answered: one signatory short, safeguarding not yet lent to grants. */
const DEMO_ANSWERS = GrantAnswers.parse({
  form: 'constituted_group',
  income: 'to_10000',
  council: 'E08000003',
  committee: 'three_or_more',
  account: 'one_signatory',
  purpose: 'equipment',
  amount: 'to_1000',
  by: 'two_months',
});

/** The funds of some areas and the answers of the demonstration group, as commands would have left them. */
export const grantPortalItems = (areas: readonly AreaId[], now: Instant): Item[] => [
  ...areas.flatMap((area) => grantsOf(area, now).map((grant) => grantItem(grant))),
  ...areas
    .filter((area) => area === 'manchester')
    .map((area) =>
      grantProfileItem(area, {
        organizationId: DEMO_GROUP,
        answers: DEMO_ANSWERS,
        useSafeguarding: false,
        answeredAt: daysBefore(now, 2),
      }),
    ),
];

/** What anyone may read of them, as the projector would have left it. */
export const grantDirectoryItems = (areas: readonly AreaId[], now: Instant): Item[] =>
  areas.flatMap((area) => {
    const shown = grantsOf(area, now).filter(isPublic);
    const ids = shown.map(({ id }) => id);
    return [shownGrantsItem(area, ids), ...shown.map(publicGrantItem)];
  });

/** One event a fund: what a rebuild walks. Its chain is the fund's area's. */
export const grantEventItems = (areas: readonly AreaId[], now: Instant): Item[] =>
  areas.flatMap((area) =>
    grantsOf(area, now).flatMap(({ id }) => {
      const write = eventWrite({
        id: EventId.parse(seededId(`event grant ${id}`)),
        area,
        tenant: area,
        aggregate: `grant#${id}`,
        version: 1,
        at: now,
        actor: SEEDER,
        type: 'grant.added',
        data: { grantId: id },
      });
      return write.kind === 'put' ? [write.item] : [];
    }),
  );
