import { dayOf } from '#shared/model/civil-time.ts';
import type { Day } from '#shared/model/dates.ts';
import type { OrganizationId, ReferralId, ServiceId } from '#shared/model/ids.ts';
import type { Answer, Caller } from '#test/support/caller.ts';
import { dayFromNow } from '#test/support/days.ts';
import { type Canaries, canaries, referralRequest } from '#test/support/referral-request.ts';

/** One group of the demonstration: its id and its first activity. */
export type DemoGroup = { groupId: OrganizationId; serviceId: ServiceId };

type SessionReply = { memberships: { organizationId?: OrganizationId }[] };
type GroupReply = { services: { id: ServiceId; referable: boolean }[] };

/** The group a signed-in person leads or reads for, and an activity of it (one that takes referrals if any does). */
export async function groupOf(caller: Caller): Promise<DemoGroup> {
  const session = await caller.get('/api/session');
  const { memberships } = session.json as SessionReply;
  const groupId = memberships.flatMap(({ organizationId }) => organizationId ?? [])[0];
  if (groupId === undefined) throw new Error(`${caller.name} belongs to no group`);
  const group = (await caller.get(`/api/groups/${groupId}`)).json as GroupReply | undefined;
  const service = group?.services.find(({ referable }) => referable) ?? group?.services[0];
  if (service === undefined) throw new Error(`The group of ${caller.name} has no listed activity`);
  return { groupId, serviceId: service.id };
}

type ListReply = { rows: { id: ReferralId; state: string }[]; next: string | null };

/** Takes back what somebody sent and nobody has answered, so that the group may be sent more: it has ten of a team at most. */
export async function takeBackUnanswered(sender: Caller, patiently: Patiently): Promise<void> {
  let next: string | null = '';
  while (next !== null) {
    const cursor: string = next === '' ? '' : `&cursor=${encodeURIComponent(next)}`;
    const page = await patiently(() => sender.get(`/api/referrals?view=caseload${cursor}`));
    const { rows, next: more } = page.json as ListReply;
    const body = { reason: 'found_elsewhere', agreementWithdrawn: false };
    for (const { id, state } of rows)
      if (state === 'sent') await patiently(() => sender.post(`/api/referrals/${id}/withdraw`, body));
    next = more;
  }
}

/** Sends a referral as the page would and answers its id and the canaries of the person in it. */
export async function sendReferral(
  sender: Caller,
  serviceId: ServiceId,
  patiently: Patiently = (ask) => ask(),
): Promise<{ id: ReferralId; who: Canaries }> {
  const who = canaries();
  const send = () => patiently(() => sender.post('/api/referrals', referralRequest(serviceId, who)));
  let answer = await send();
  if (answer.text.includes('"offers_waiting"')) {
    await takeBackUnanswered(sender, patiently);
    answer = await send();
  }
  if (answer.status !== 201) throw new Error(`The referral was not sent: ${answer.status} ${answer.text}`);
  return { id: (answer.json as { id: ReferralId }).id, who };
}

/** How a test waits when it asks too much (test/support/patience.ts). */
export type Patiently = (ask: () => Promise<Answer>) => Promise<Answer>;

export type Stage = 'sent' | 'declined' | 'asked' | 'waitlisted' | 'accepted' | 'started' | 'handed_back';

type Act = readonly [action: string, body: (today: Day) => object];
const ACCEPTS: Act = ['accept', () => ({ contactBy: dayFromNow(7) })];
/** What a reader does to bring a new referral to a stage. */
const STEPS: Readonly<Record<Stage, readonly Act[]>> = {
  sent: [],
  declined: [['decline', () => ({ reason: 'outside_area', declinedBy: 'group', comment: null })]],
  asked: [['ask', () => ({ text: 'Is the bus stop close enough?' })]],
  waitlisted: [['wait-list', () => ({ month: dayFromNow(0).slice(0, 7) })]],
  accepted: [ACCEPTS],
  started: [ACCEPTS, ['start', (on) => ({ on })]],
  handed_back: [
    ACCEPTS,
    [
      'hand-back',
      () => ({
        immediateDanger: false,
        called: null,
        kind: 'more_than_volunteers',
        personAware: 'yes',
        note: null,
      }),
    ],
  ],
};

/** Takes a new referral to a stage through the API: the reader accepts and records the start. */
export async function referralAt(
  stage: Stage,
  sender: Caller,
  reader: Caller,
  serviceId: ServiceId,
  patiently?: Patiently,
): Promise<ReferralId> {
  const { id } = await sendReferral(sender, serviceId, patiently);
  // By the portal's clock: waiting for rates may have moved it past midnight.
  const ask = () => sender.get(`/api/referrals/${id}`);
  const today =
    stage === 'started'
      ? dayOf(((await (patiently ?? ((first) => first()))(ask)).json as { now: string }).now)
      : dayFromNow(0);
  for (const [action, body] of STEPS[stage]) {
    const answer = await reader.post(`/api/referrals/${id}/${action}`, body(today));
    if (answer.status !== 200) throw new Error(`${action} was refused: ${answer.status} ${answer.text}`);
  }
  return id;
}
