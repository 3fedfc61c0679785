import type { Deps } from '#functions/commands/deps.ts';
import { makeIntroduction } from '#functions/commands/make-introduction.ts';
import { introductionMake } from '#shared/api/introductions.ts';
import type { App } from './app.ts';
import { mount } from './mount.ts';

/** The route of the staff function by which link workers say that they told somebody of a group. */
export function mountIntroductions(app: App, deps: Deps): void {
  mount(app, introductionMake, ({ principal, body, now, idempotencyKey: key }) =>
    makeIntroduction(deps, { principal, introduction: body, key, at: now }),
  );
}
