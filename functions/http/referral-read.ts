import type { Deps } from '#functions/commands/deps.ts';
import { revealsFrom } from '#functions/commands/reveals-from.ts';
import { usualContactDay } from '#functions/domain/referral/contact-day.ts';
import { mayRead } from '#functions/domain/referral/reading.ts';
import { type Stand, standOf } from '#functions/domain/referral/relation.ts';
import { accept, type Result, refuse } from '#functions/domain/result.ts';
import { historyOf } from '#functions/store/history.ts';
import { findOrganization } from '#functions/store/organization.ts';
import { findReferral } from '#functions/store/referral.ts';
import { namesOf } from '#functions/store/user.ts';
import type { ReferralView } from '#shared/api/referrals.ts';
import type { Envelope } from '#shared/events/envelope.ts';
import { numbersOf } from '#shared/model/area.ts';
import type { Instant } from '#shared/model/dates.ts';
import { type ReferralId, UserId } from '#shared/model/ids.ts';
import type { Referral } from '#shared/model/referral.ts';
import { TERMINAL_STATES } from '#shared/model/referral-state.ts';
import type { Principal } from '#shared/model/roles.ts';
import { phoneFor } from './referral-form.ts';
import { namesOn, viewOf } from './referral-view.ts';

type Reading = { principal: Principal; params: { referralId: ReferralId }; now: Instant };
type Seen = { referral: Referral; stand: Stand };

/** One referral as its viewer may read it; `not_found` for everybody else. */
export async function readFor(
  deps: Deps,
  { principal, params, now }: Reading,
): Promise<Result<ReferralView>> {
  const stored = await findReferral(deps.table, { area: principal.area, id: params.referralId });
  const stand = stored && standOf(principal, stored.value);
  if (stored === undefined || stand === undefined) return refuse('not_found');
  const referral = stored.value;
  if (!mayRead(referral, stand.side, now)) return refuse('not_found');
  const [events, groupPhone] = await Promise.all([
    historyOf(deps.table, referral.id),
    groupPhoneFor(deps, { referral, stand }),
  ]);
  const names = await everyName(deps, events, namesOn(referral, principal));
  const view = { ...viewOf(referral, { stand, events, names, now }), groupPhone };
  const held = await heldFor(deps, principal, { referral, stand, now });
  const actions = held === undefined ? view.actions : view.actions.filter((action) => action !== 'reveal');
  return accept({
    ...view,
    actions,
    ...(held && { held }),
    ...(await contactDayFor(deps, referral, view)),
    ...(await numbersFor(deps, referral, view)),
  });
}

/** For a reader who is new there, while they have or may get somebody to ring: from when they can open the number. */
async function heldFor(
  deps: Deps,
  principal: Principal,
  { referral, stand, now }: Seen & { now: Instant },
): Promise<ReferralView['held']> {
  if (stand.side !== 'reader' || TERMINAL_STATES.has(referral.state)) return undefined;
  const until = await revealsFrom(deps, principal, { id: referral.organizationId, now });
  if (until === null) return undefined;
  const { coordinator } = await deps.areas(referral.area);
  return { until, coordinator: coordinator.name, coordinatorPhone: coordinator.phone };
}

/** The day offered for making contact, while it can be accepted. */
async function contactDayFor(
  deps: Deps,
  referral: Referral,
  { actions, now }: Pick<ReferralView, 'actions' | 'now'>,
): Promise<Pick<ReferralView, 'usualContactBy'>> {
  if (!actions.includes('accept')) return {};
  const { nation } = await deps.areas(referral.area);
  return { usualContactBy: usualContactDay(referral, now, nation) };
}

/** Who did something, by user id: those the referral names, and whoever else looked at it or opened it. */
async function everyName(
  { table }: Deps,
  events: readonly Envelope[],
  named: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, string>> {
  const unknown = new Set(events.map(({ actor }) => actor).filter((actor) => !named.has(actor)));
  const ids = [...unknown].flatMap((actor) => UserId.safeParse(actor).data ?? []);
  return new Map<string, string>([...named, ...(await namesOf(table, ids.slice(0, 50)))]);
}

/** The group's number, for the sending team while there is still something to ring about. */
async function groupPhoneFor(
  { table }: Deps,
  { referral, stand }: Seen,
): Promise<ReferralView['groupPhone']> {
  if (stand.side === 'reader' || TERMINAL_STATES.has(referral.state)) return null;
  const { area, organizationId: id } = referral;
  const group = await findOrganization(table, { area, id }, 'eventual');
  return group === undefined ? null : phoneFor(group.value);
}

/** Whom to ring in danger, where the person lives: while it can be handed back, and until somebody has taken over. */
async function numbersFor(
  deps: Deps,
  referral: Referral,
  { actions }: Pick<ReferralView, 'actions'>,
): Promise<Pick<ReferralView, 'numbers'>> {
  if (!actions.includes('hand_back') && referral.state !== 'handed_back') return {};
  const { councils } = await deps.areas(referral.area);
  const council = councils.find(({ code }) => code === referral.council);
  const numbers = council && numbersOf(council);
  return numbers === undefined ? {} : { numbers };
}
