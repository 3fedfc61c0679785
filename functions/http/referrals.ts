import type { Asked, Changed } from '#functions/commands/change-referral.ts';
import { declineReferral } from '#functions/commands/decline-referral.ts';
import type { Deps } from '#functions/commands/deps.ts';
import { markOf } from '#functions/commands/mark.ts';
import { openReferral } from '#functions/commands/open-referral.ts';
import { completeReferral, notStartReferral, startReferral } from '#functions/commands/progress-referral.ts';
import { putAsideReferral } from '#functions/commands/put-aside-referral.ts';
import { accept, type Result } from '#functions/domain/result.ts';
import * as moves from '#shared/api/referral-moves.ts';
import { referralPutAside } from '#shared/api/referral-resend.ts';
import * as api from '#shared/api/referrals.ts';
import type { Instant } from '#shared/model/dates.ts';
import type { ReferralId } from '#shared/model/ids.ts';
import type { Principal } from '#shared/model/roles.ts';
import type { App } from './app.ts';
import { mount } from './mount.ts';
import { offered, withRouted } from './offered.ts';
import { listFor } from './referral-list.ts';
import { readFor } from './referral-read.ts';

type Moving = {
  principal: Principal;
  params: { referralId: ReferralId };
  body: unknown;
  now: Instant;
  idempotencyKey: string;
};

/** Who asks to move which referral, from a request. */
export const askedBy = ({ principal, params, body, now, idempotencyKey }: Moving): Asked => ({
  principal,
  referralId: params.referralId,
  at: now,
  mark: markOf(idempotencyKey, { body, ...params }),
});

/** What a move answers: where the referral stands now and what the asker may do next. */
export function movedTo(changed: Result<Changed>) {
  if (!changed.ok) return withRouted(changed.refusal);
  const { referral, stand } = changed.value;
  return accept({ state: referral.state, actions: offered(referral, stand) });
}

/** Routes of the staff function: lists, one referral, and every move that touches no contact details. */
export function mountReferrals(app: App, deps: Deps): void {
  mount(app, api.referralList, ({ principal, query, now }) =>
    listFor(
      deps,
      { principal, view: query.view, closed: query.closed === '1', cursor: query.cursor, now },
      app.context.log,
    ),
  );
  mount(app, api.referralRead, (call) => readFor(deps, call));
  mount(app, moves.referralOpen, async (call) => movedTo(await openReferral(deps, askedBy(call))));
  mount(app, moves.referralDecline, async (call) =>
    movedTo(await declineReferral(deps, { ...askedBy(call), among: ['reader'] }, call.body)),
  );
  mount(app, referralPutAside, async (call) => {
    const aside = await putAsideReferral(deps, askedBy(call));
    if (!aside.ok) return aside;
    const { state, id, reference } = aside.value.referral;
    return accept({ state, id, reference });
  });
  mount(app, moves.referralStart, async (call) =>
    movedTo(await startReferral(deps, askedBy(call), call.body)),
  );
  mount(app, moves.referralNotStart, async (call) =>
    movedTo(await notStartReferral(deps, askedBy(call), call.body)),
  );
  mount(app, moves.referralComplete, async (call) =>
    movedTo(await completeReferral(deps, askedBy(call), call.body)),
  );
}
