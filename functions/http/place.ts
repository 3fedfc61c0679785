import type { Deps } from '#functions/commands/deps.ts';
import { changePlace } from '#functions/commands/place.ts';
import { lacksOf } from '#functions/domain/place/lacks.ts';
import { accept, refuse } from '#functions/domain/result.ts';
import { findArea } from '#functions/store/area.ts';
import type { Stored } from '#functions/store/record.ts';
import * as api from '#shared/api/place.ts';
import type { AreaSettings } from '#shared/model/area.ts';
import type { App } from './app.ts';
import { mount } from './mount.ts';

const seen = ({ value, version }: Stored<AreaSettings>): api.PlaceView => {
  const { area, name, councils, coordinator, goneLive } = value;
  return { area, name, version, councils, coordinator, goneLive, lacks: lacksOf(value) };
};

/** Routes of the staff function for the coordinator's own area: whom to ring there. */
export function mountPlace(app: App, deps: Deps): void {
  mount(app, api.placeRead, async ({ principal }) => {
    const found = await findArea(deps.table, principal.area);
    return found === undefined ? refuse('not_found') : accept(seen(found));
  });
  mount(app, api.placeChange, async ({ principal: { area, userId }, body, now: at }) => {
    const done = await changePlace(deps, { area, userId, at }, body);
    return done.ok ? accept(seen(done.value)) : done;
  });
}
