import { chooseMail, mailChoiceOf } from '#functions/commands/choose-mail.ts';
import type { Deps } from '#functions/commands/deps.ts';
import { accept } from '#functions/domain/result.ts';
import * as api from '#shared/api/mail-choice.ts';
import type { App } from './app.ts';
import { mount } from './mount.ts';

/** Routes of the staff function by which link workers choose how often they hear of what can wait. */
export function mountMailChoice(app: App, deps: Deps): void {
  mount(app, api.mailChoiceRead, async ({ principal }) => {
    const often = await mailChoiceOf(deps, principal);
    return often.ok ? accept({ often: often.value }) : often;
  });
  mount(app, api.mailChoose, async ({ principal, body: { often }, now: at }) => {
    const chosen = await chooseMail(deps, { principal, often, at });
    return chosen.ok ? accept({ often: chosen.value }) : chosen;
  });
}
