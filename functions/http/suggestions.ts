import type { Deps } from '#functions/commands/deps.ts';
import { markOf } from '#functions/commands/mark.ts';
import { makeSuggestion, resolveSuggestion } from '#functions/commands/suggestions.ts';
import { accept } from '#functions/domain/result.ts';
import * as api from '#shared/api/suggestions.ts';
import type { App } from './app.ts';
import { mountGroupChecks } from './group-checks.ts';
import { mount, mountOpen } from './mount.ts';
import { mountQueue } from './queue.ts';

/** The one route of the intake function so far: anyone may say that a listing is wrong. */
export function mountSuggesting(app: App, deps: Deps): void {
  mountOpen(app, api.suggestionMake, async ({ body, now, idempotencyKey: key }) => {
    const made = await makeSuggestion(deps, { ...body, key, mark: markOf(key, body), at: now });
    return made.ok ? accept({ id: made.value }) : made;
  });
}

/** Routes of the staff function for coordinators: the queue, and what came of what stands in it. */
export function mountModeration(app: App, deps: Deps): void {
  mountQueue(app, deps);
  mountGroupChecks(app, deps);
  mount(app, api.suggestionResolve, async ({ principal, params, body, now }) => {
    const resolved = await resolveSuggestion(deps, {
      principal,
      suggestionId: params.suggestionId,
      how: body.how,
      at: now,
    });
    return resolved.ok ? accept({ id: resolved.value }) : resolved;
  });
}
