import { checkGroup, returnGroup } from '#functions/commands/check-group.ts';
import type { Deps } from '#functions/commands/deps.ts';
import { accept } from '#functions/domain/result.ts';
import { listToCheck } from '#functions/store/registration.ts';
import * as api from '#shared/api/group-checks.ts';
import type { App } from './app.ts';
import { mount } from './mount.ts';

/** Routes of the staff function for coordinators: which groups wait, and what came of the check. */
export function mountGroupChecks(app: App, deps: Deps): void {
  mount(app, api.groupsToCheck, async ({ principal, now }) => {
    const { rows } = await listToCheck(deps.table, principal.area);
    const waiting = rows.filter(({ value }) => value.state === 'confirmed');
    return accept({
      rows: waiting.map(({ value: { id, name, happens, when, outcode, email, lead, at, twin } }) => ({
        ...{ id, name, happens, when, outcode, email, twin },
        leadName: lead?.name ?? '',
        waitsSince: lead?.confirmedAt ?? at,
      })),
      now,
    });
  });
  mount(app, api.groupCheck, async ({ principal, params, body, now }) => {
    const done = await checkGroup(deps, { ...body, principal, groupId: params.groupId, at: now });
    return done.ok ? accept({ id: done.value }) : done;
  });
  mount(app, api.groupReturn, async ({ principal, params, body, now }) => {
    const done = await returnGroup(deps, { ...body, principal, groupId: params.groupId, at: now });
    return done.ok ? accept({ id: done.value }) : done;
  });
}
