import { accept } from '#functions/domain/result.ts';
import { listAreas } from '#functions/store/directory.ts';
import { listPublicGrants, listShownGrants } from '#functions/store/grant.ts';
import type { Table } from '#functions/store/table.ts';
import { type GrantQuery, type GrantsFound, grantList } from '#shared/api/grants.ts';
import type { AreaId } from '#shared/model/area.ts';
import type { Instant } from '#shared/model/dates.ts';
import type { Grant } from '#shared/model/grant.ts';
import type { App } from './app.ts';
import { answersOf, askingOf, foundOf } from './grants-found.ts';
import { mountOpen } from './mount.ts';

/** The area of a council, or all where it is in none; the councils to choose from, and whom to ring. */
export async function grantWorld(table: Table, council: string | null) {
  const areas = await listAreas(table);
  const there = areas.filter(({ councils }) => councils.some(({ code }) => code === council));
  const asked = there.length > 0 ? there : areas;
  return {
    asked: asked.map(({ area }) => area),
    councils: areas.flatMap(({ councils }) => councils.map(({ code, name }) => ({ code, name }))),
    helpers: asked.map(({ name, coordinator }) => ({
      area: name,
      name: coordinator.name,
      phone: coordinator.phone,
    })),
  };
}

const publishedIn = async (table: Table, area: AreaId): Promise<Grant[]> =>
  listPublicGrants(table, await listShownGrants(table, area));

/** What the list says for some answers; nothing of them is kept. */
export async function findGrants(table: Table, query: GrantQuery, now: Instant): Promise<GrantsFound> {
  const answers = answersOf(query);
  const { asked, councils, helpers } = await grantWorld(table, answers.council);
  const grants = (await Promise.all(asked.map((area) => publishedIn(table, area)))).flat();
  return { ...foundOf(grants, askingOf(answers, { now })), councils, helpers };
}

/** The list of funds as JSON, for anyone. */
export function mountGrantList(app: App): void {
  mountOpen(app, grantList, async ({ query, now }) =>
    accept(await findGrants(app.context.table, query, now)),
  );
}
