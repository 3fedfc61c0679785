import { answerGrantProfile } from '#functions/commands/answer-grant-profile.ts';
import type { Deps } from '#functions/commands/deps.ts';
import { addGrant, changeGrant, checkGrant, type Keeping } from '#functions/commands/keep-grant.ts';
import { markOf } from '#functions/commands/mark.ts';
import type { Known } from '#functions/domain/grant/facts.ts';
import { isClosed, isVerified } from '#functions/domain/grant/in-time.ts';
import { belongsTo } from '#functions/domain/membership.ts';
import { accept, type Result, refuse } from '#functions/domain/result.ts';
import { CURRENT } from '#functions/domain/safeguarding/receive.ts';
import { isPublic, listGrants } from '#functions/store/grant.ts';
import { findGrantProfile } from '#functions/store/grant-profile.ts';
import { findOrganization } from '#functions/store/organization.ts';
import type { Stored } from '#functions/store/record.ts';
import { listServices } from '#functions/store/service.ts';
import * as api from '#shared/api/grants.ts';
import { dayOf } from '#shared/model/civil-time.ts';
import type { Instant } from '#shared/model/dates.ts';
import type { Grant } from '#shared/model/grant.ts';
import { type GrantAnswers, NO_ANSWERS } from '#shared/model/grant-answers.ts';
import type { OrganizationId } from '#shared/model/ids.ts';
import type { Organization } from '#shared/model/organization.ts';
import type { Principal } from '#shared/model/roles.ts';
import type { Service } from '#shared/model/service.ts';
import type { App } from './app.ts';
import { askingOf, foundOf } from './grants-found.ts';
import { mount } from './mount.ts';

type Asked = { principal: Principal; groupId: OrganizationId; now: Instant };

/** What the listing says about a group; its safeguarding only with its leave. */
function knownOf({ safeguarding }: Organization, services: readonly Service[], leave: boolean): Known {
  const { status, confirmedAt, tier } = safeguarding;
  const unique = <T>(all: readonly T[]): T[] | null => (all.length === 0 ? null : [...new Set(all)]);
  return {
    wards: unique(services.map(({ place }) => place.ward)),
    councils: unique(services.map(({ place }) => place.council)),
    themes: unique(services.flatMap(({ needs }) => needs)),
    adultsAtRisk: leave ? tier >= 2 : null,
    safeguardingConfirmedOn:
      leave && confirmedAt !== null && CURRENT.includes(status) ? dayOf(confirmedAt) : null,
  };
}

/** What the listing already answers, until the group says otherwise. */
const fromListing = ({ legalForm }: Organization, known: Known): GrantAnswers => ({
  ...NO_ANSWERS,
  form: legalForm,
  council: known.councils?.length === 1 ? (known.councils[0] ?? null) : null,
});

/** The funds of the area judged for a group; `not_found` for who does not lead it. */
async function grantsFor(deps: Deps, { principal, groupId, now }: Asked): Promise<Result<api.GroupGrants>> {
  const { area } = principal;
  if (!belongsTo(principal, groupId, ['group_lead'])) return refuse('not_found');
  const [found, profile, kept, settings] = await Promise.all([
    findOrganization(deps.table, { area, id: groupId }, 'eventual'),
    findGrantProfile(deps.table, { area, id: groupId }),
    listGrants(deps.table, area, api.MOST_GRANTS),
    deps.areas(area),
  ]);
  if (found === undefined) return refuse('not_found');
  const organization = found.value;
  const listed = await listServices(deps.table, area, organization.services);
  const useSafeguarding = profile?.value.useSafeguarding ?? false;
  const known = knownOf(
    organization,
    listed.rows.map(({ value }) => value),
    useSafeguarding,
  );
  const answeredOn = profile === undefined ? null : dayOf(profile.value.answeredAt);
  const answers = profile?.value.answers ?? fromListing(organization, known);
  const asking = askingOf(answers, { now, known, ...(answeredOn === null ? {} : { toldOn: answeredOn }) });
  const shown = kept.rows.map(({ value }) => value).filter(isPublic);
  const { confirmedAt } = organization.safeguarding;
  const { name: areaName, coordinator, councils } = settings;
  return accept({
    ...foundOf(shown, asking),
    councils: councils.map(({ code, name }) => ({ code, name })),
    helpers: [{ area: areaName, name: coordinator.name, phone: coordinator.phone }],
    group: {
      id: organization.id,
      name: organization.name,
      safeguardingConfirmedOn: confirmedAt === null ? null : dayOf(confirmedAt),
    },
    useSafeguarding,
    answeredOn,
  });
}

const keptOf = ({ value, version }: Stored<Grant>, now: Instant): api.KeptGrant => ({
  grant: value,
  version,
  isVerified: isVerified(value, now),
  isClosed: isClosed(value, now),
});

/** Every fund of an area, those to look at again first, then by name. */
async function keptIn({ table, areas }: Deps, { area }: Principal, now: Instant) {
  const [{ rows }, settings] = await Promise.all([listGrants(table, area, api.MOST_GRANTS), areas(area)]);
  const toLookAt = ({ isVerified: ok, isClosed: over }: api.KeptGrant) => (ok && !over ? 1 : 0);
  const kept = rows.map((row) => keptOf(row, now));
  return {
    rows: kept.sort((a, b) => toLookAt(a) - toLookAt(b) || (a.grant.title < b.grant.title ? -1 : 1)),
    councils: settings.councils.map(({ code, name }) => ({ code, name })),
    now,
  };
}

type KeepingCall = { principal: Principal; now: Instant; idempotencyKey: string };
const keeping = ({ principal, now, idempotencyKey: key }: KeepingCall, asked: unknown): Keeping => ({
  principal,
  at: now,
  key,
  mark: markOf(key, asked),
});

/** Routes of the staff function about grants: what fits a group, and keeping the funds true. */
export function mountGrants(app: App, deps: Deps): void {
  mount(app, api.groupGrants, ({ principal, params, now }) =>
    grantsFor(deps, { principal, groupId: params.groupId, now }),
  );
  mount(app, api.grantProfileAnswer, async ({ principal, params, body, now, idempotencyKey: key }) => {
    const { groupId } = params;
    const answering = { principal, groupId, mark: markOf(key, { body, groupId }), at: now };
    const answered = await answerGrantProfile(deps, answering, body);
    return answered.ok ? grantsFor(deps, { principal, groupId, now }) : answered;
  });
  mount(app, api.grantsKept, async ({ principal, now }) => accept(await keptIn(deps, principal, now)));
  mount(app, api.grantAdd, async (call) => {
    const added = await addGrant(deps, keeping(call, call.body), call.body);
    return added.ok ? accept(keptOf(added.value, call.now)) : added;
  });
  mount(app, api.grantChange, async (call) => {
    const { params, body } = call;
    const to = { id: params.grantId, version: body.version, to: body.grant };
    const changed = await changeGrant(deps, keeping(call, { body, ...params }), to);
    return changed.ok ? accept(keptOf(changed.value, call.now)) : changed;
  });
  mount(app, api.grantCheck, async (call) => {
    const checked = await checkGrant(deps, keeping(call, call.params), call.params.grantId);
    return checked.ok ? accept(keptOf(checked.value, call.now)) : checked;
  });
}
