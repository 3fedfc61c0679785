import { checkGroup, returnGroup } from '#functions/commands/check-group.ts';
import type { Deps } from '#functions/commands/deps.ts';
import { accept } from '#functions/domain/result.ts';
import * as api from '#shared/api/group-checks.ts';
import type { App } from './app.ts';
import { mount } from './mount.ts';

/** Routes of the staff function for coordinators: what came of the check of a group. */
export function mountGroupChecks(app: App, deps: Deps): void {
  mount(app, api.groupCheck, async ({ principal, params, body, now }) => {
    const done = await checkGroup(deps, { ...body, principal, groupId: params.groupId, at: now });
    return done.ok ? accept({ id: done.value }) : done;
  });
  mount(app, api.groupReturn, async ({ principal, params, body, now }) => {
    const done = await returnGroup(deps, { ...body, principal, groupId: params.groupId, at: now });
    return done.ok ? accept({ id: done.value }) : done;
  });
}
