import { acceptReferral } from '#functions/commands/accept-referral.ts';
import { createReferral } from '#functions/commands/create-referral.ts';
import type { SealedDeps } from '#functions/commands/deps.ts';
import { markOf } from '#functions/commands/mark.ts';
import { resendReferral } from '#functions/commands/resend-referral.ts';
import { revealContact } from '#functions/commands/reveal-contact.ts';
import { withdrawReferral } from '#functions/commands/withdraw-referral.ts';
import { accept } from '#functions/domain/result.ts';
import * as moves from '#shared/api/referral-moves.ts';
import { referralResend } from '#shared/api/referral-resend.ts';
import * as api from '#shared/api/referrals.ts';
import type { App } from './app.ts';
import { mount } from './mount.ts';
import { WORDING_VERSION } from './referral-form.ts';
import { askedBy, movedTo } from './referrals.ts';

/** Routes of the sealed-contact function: the only one that may use the person-wrapping key. */
export function mountContact(app: App, deps: SealedDeps): void {
  mount(app, api.referralCreate, ({ principal, body, now, idempotencyKey: key }) =>
    createReferral(deps, { principal, request: body, key, mark: markOf(key, body), at: now }),
  );
  mount(app, referralResend, ({ principal, params, body, now, idempotencyKey: key }) =>
    resendReferral(deps, {
      principal,
      referralId: params.referralId,
      given: body,
      wordingVersion: WORDING_VERSION,
      key,
      mark: markOf(key, { body, ...params }),
      at: now,
    }),
  );
  mount(app, moves.referralAccept, async (call) =>
    movedTo(await acceptReferral(deps, askedBy(call), call.body)),
  );
  mount(app, moves.referralWithdraw, async (call) =>
    movedTo(await withdrawReferral(deps, askedBy(call), call.body)),
  );
  mount(app, moves.referralReveal, async (call) => {
    const revealed = await revealContact(deps, askedBy(call));
    return revealed.ok ? accept({ person: revealed.value }) : revealed;
  });
}
