import * as commands from '#functions/commands/care-referral.ts';
import type { Deps } from '#functions/commands/deps.ts';
import * as care from '#shared/api/referral-care.ts';
import type { App } from './app.ts';
import { mount } from './mount.ts';
import { askedBy, movedTo } from './referrals.ts';

/** Routes for what is neither yes nor no: questions, waiting, and handing somebody back. */
export function mountCare(app: App, deps: Deps): void {
  mount(app, care.referralAsk, async (call) =>
    movedTo(await commands.askAbout(deps, askedBy(call), call.body)),
  );
  mount(app, care.referralAnswer, async (call) =>
    movedTo(await commands.answerAbout(deps, askedBy(call), call.body)),
  );
  mount(app, care.referralWaitList, async (call) =>
    movedTo(await commands.waitList(deps, askedBy(call), call.body)),
  );
  mount(app, care.referralKeepWaiting, async (call) =>
    movedTo(await commands.stillWaits(deps, askedBy(call), undefined)),
  );
  mount(app, care.referralHandBack, async (call) =>
    movedTo(await commands.handBackReferral(deps, askedBy(call), call.body)),
  );
  mount(app, care.referralRecordNewOwner, async (call) =>
    movedTo(await commands.recordOwner(deps, askedBy(call), call.body)),
  );
  mount(app, care.referralReturn, async (call) =>
    movedTo(await commands.returnReferral(deps, askedBy(call), call.body)),
  );
}
