import { groupNameItem, nameKeyOf } from '#functions/store/registration.ts';
import type { Item } from '#functions/store/table.ts';
import { parsePostcode } from '#shared/model/typed-postcode.ts';
import type { World } from './world.ts';

/**
 * The name of each group in every postcode district it does something in: a registration or a directory that
 * brings the same group finds it there. Of two that people would call the same the first has the name.
 */
export function nameItems({ groups }: Pick<World, 'groups'>): Item[] {
  const items = new Map<string, Item>();
  for (const { organization, services } of groups) {
    const { id, area, name } = organization;
    for (const { place } of services) {
      const outcode = parsePostcode(place.postcode)?.outcode;
      if (outcode === undefined) throw new Error(`${name} has no postcode`);
      const key = `${area} ${nameKeyOf({ name, outcode })}`;
      if (!items.has(key)) items.set(key, groupNameItem({ area, name, outcode }, id));
    }
  }
  return [...items.values()];
}
