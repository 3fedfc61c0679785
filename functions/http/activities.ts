import { addService } from '#functions/commands/add-service.ts';
import { changeService } from '#functions/commands/change-service.ts';
import type { Deps } from '#functions/commands/deps.ts';
import { markOf } from '#functions/commands/mark.ts';
import { accept, type Result, refuse } from '#functions/domain/result.ts';
import { spotOfPostcode } from '#functions/search/postcode-area.ts';
import * as api from '#shared/api/activities.ts';
import type { AreaId } from '#shared/model/area.ts';
import type { Place } from '#shared/model/service.ts';
import { outlineForm } from '#shared/text/en/listing-form.ts';
import { postcode as words } from '#shared/text/en/postcode.ts';
import type { App } from './app.ts';
import { mount } from './mount.ts';

const wrong = (text: string) => refuse({ code: 'invalid', fields: [{ id: 'place-postcode', text }] });

/** A written place with where it lies; refuses `invalid` for a postcode that is none of the area's. */
async function placed({ table }: Deps, area: AreaId, written: api.WrittenPlace): Promise<Result<Place>> {
  const found = await spotOfPostcode(table, written.postcode);
  if (found.kind === 'not_a_postcode') return wrong(words.notAPostcode);
  if (found.kind === 'not_known') return wrong(words.notKnown);
  if (found.kind === 'not_covered' || found.area !== area) return wrong(outlineForm.otherArea);
  return accept({ ...written, ...found.spot });
}

/** Routes of the staff function for what a group does: one more activity, or what people read of one. */
export function mountActivities(app: App, deps: Deps): void {
  mount(app, api.serviceAdd, async ({ principal, params, body, now, idempotencyKey: key }) => {
    const place = await placed(deps, principal.area, body.place);
    if (!place.ok) return place;
    const mark = markOf(key, { body, ...params });
    const outline = { ...body, place: place.value };
    const { groupId } = params;
    const added = await addService(deps, { principal, groupId, outline, key, mark, at: now });
    return added.ok ? accept({ service: added.value }) : added;
  });
  mount(app, api.serviceChange, async ({ principal, params, body, now, idempotencyKey }) => {
    const { place: written, ...change } = body;
    const place = written && (await placed(deps, principal.area, written));
    if (place?.ok === false) return place;
    const mark = markOf(idempotencyKey, { body, ...params });
    const changing = { principal, serviceId: params.serviceId, mark, at: now };
    const changed = await changeService(deps, changing, { ...change, place: place?.value });
    return changed.ok ? accept({ service: changed.value }) : changed;
  });
}
