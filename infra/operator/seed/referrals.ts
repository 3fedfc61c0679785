import { acceptReferral } from '#functions/commands/accept-referral.ts';
import type { Asked } from '#functions/commands/change-referral.ts';
import { createReferral } from '#functions/commands/create-referral.ts';
import { declineReferral } from '#functions/commands/decline-referral.ts';
import type { SealedDeps } from '#functions/commands/deps.ts';
import { markOf } from '#functions/commands/mark.ts';
import { openReferral } from '#functions/commands/open-referral.ts';
import { completeReferral, startReferral } from '#functions/commands/progress-referral.ts';
import type { Result } from '#functions/domain/result.ts';
import type { Ids } from '#functions/runtime/ids.ts';
import { markDone } from '#functions/store/done.ts';
import { findReferral } from '#functions/store/referral.ts';
import type { ReferralRequest } from '#shared/api/referrals.ts';
import { dayOf } from '#shared/model/civil-time.ts';
import type { Instant } from '#shared/model/dates.ts';
import { ReferralId } from '#shared/model/ids.ts';
import { TERMINAL_STATES } from '#shared/model/referral.ts';
import type { Principal } from '#shared/model/roles.ts';
import { seededId } from './chance.ts';
import { INTRODUCTIONS, type Introduction, type Step } from './introductions.ts';
import { daysBefore } from './moments.ts';
import { PEOPLE } from './people.ts';

/** What the steps need: the key service really seals, so it has to be running. */
export type Seeding = { deps: SealedDeps; now: Instant };

function personNamed(email: string): Principal {
  const found = PEOPLE.find(({ principal }) => principal.email === `${email}@demo.example`);
  if (found === undefined) throw new Error(`There is no demonstration person ${email}`);
  return found.principal;
}

function done<T>(what: string, result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(`The demonstration could not ${what}: ${result.refusal.code}`);
}

/** What a sender's commands name a referral by: the same each time, so that seeding again changes nothing. */
const keyOf = ({ name }: Pick<Introduction, 'name'>): string => seededId(`referral ${name}`);

/** Whether the last of them has come as far as it should: then all have. */
async function isSeeded({ table, ids }: SealedDeps): Promise<boolean> {
  const last = INTRODUCTIONS.at(-1);
  const { userId, area, memberships } = personNamed('link-worker');
  const [team] = memberships.flatMap((held) => ('schemeId' in held ? [held.schemeId] : []));
  if (last === undefined || team === undefined) return false;
  const made = ids.created({ tenant: team, user: userId, route: 'referral.create', key: keyOf(last) });
  const found = await findReferral(table, { area, id: ReferralId.parse(made) });
  return found !== undefined && TERMINAL_STATES.has(found.value.state);
}

/**
 * Gives the demonstration people a caseload and an inbox, by the commands themselves: every contact is
 * sealed, every step leaves its event. Doing it again changes nothing. Answers how many referrals there are.
 */
export async function seedReferrals(seeding: Seeding): Promise<number> {
  if (!(await isSeeded(seeding.deps))) {
    const deps = { ...seeding.deps, ids: await unmailed(seeding) };
    for (const introduction of INTRODUCTIONS) await introduce({ ...seeding, deps }, introduction);
  }
  return INTRODUCTIONS.length;
}

/** Ids whose events nobody is mailed about: what is made up here is no news. The mailer's marks stand before the events. */
async function unmailed({ deps: { table, ids }, now }: Seeding): Promise<Ids> {
  const needed = INTRODUCTIONS.reduce((sum, { steps }) => sum + 1 + steps.length, 0);
  const marked = Array.from({ length: needed }, () => ids.event());
  await Promise.all(marked.map((eventId) => markDone(table, { consumer: 'mail', eventId, now })));
  return { ...ids, event: () => marked.shift() ?? ids.event() };
}

async function introduce({ deps, now }: Seeding, introduction: Introduction): Promise<void> {
  const { name, daysAgo, steps } = introduction;
  const at = daysBefore(now, daysAgo);
  const key = keyOf(introduction);
  const request: ReferralRequest = {
    ...introduction.request,
    agreement: { ...introduction.request.agreement, agreedOn: dayOf(daysBefore(at, 1)) },
  };
  const principal = personNamed('link-worker');
  const made = await createReferral(deps, { principal, request, key, mark: markOf(key, name), at });
  const { id } = done(`send ${name}`, made);
  for (const step of steps) await take(deps, { id, name, step, at: daysBefore(now, step.daysAgo) });
}

async function take(
  deps: SealedDeps,
  taken: { id: ReferralId; name: string; step: Step; at: Instant },
): Promise<void> {
  const { id, name, step, at } = taken;
  const key = seededId(`referral ${name} ${step.action}`);
  const asked: Asked = { principal: personNamed(step.by), referralId: id, at, mark: markOf(key, name) };
  const contactBy = dayOf(daysBefore(at, -5));
  const acts = {
    open: () => openReferral(deps, asked),
    accept: () => acceptReferral(deps, asked, { contactBy }),
    start: () => startReferral(deps, asked, { on: dayOf(at) }),
    complete: () => completeReferral(deps, asked, { outcome: 'came_regularly', words: null }),
    decline: () =>
      declineReferral(deps, asked, {
        reason: 'cannot_meet_access_need',
        declinedBy: 'group',
        comment: 'The garden path is too narrow for a wheelchair until it is mended',
      }),
  };
  done(`${step.action} ${name}`, await acts[step.action]());
}
