import * as z from 'zod/mini';
import { changePlace, goLive } from '#functions/commands/place.ts';
import { lacksOf } from '#functions/domain/place/lacks.ts';
import { systemIds } from '#functions/runtime/ids.ts';
import { areaLookup, findArea } from '#functions/store/area.ts';
import { listAreas } from '#functions/store/area-list.ts';
import type { Stored } from '#functions/store/record.ts';
import { AreaId, type AreaSettings, CouncilNumbers } from '#shared/model/area.ts';
import { dayOf } from '#shared/model/civil-time.ts';
import { GoLiveRow, Signature, Signatures } from '#shared/model/go-live.ts';
import { place as words } from '#shared/text/en/place.ts';
import { rebuildArea } from '../commands/rebuild.ts';
import { Advice } from '../open-portal.ts';
import type { Asking } from './answers.ts';
import { goLiveRows } from './go-live-rows.ts';
import type { Placing } from './init.ts';

/** The area an operator means: the one named, or the only one there is. */
export async function areaMeant(
  { table }: Pick<Placing, 'table'>,
  named: string | undefined,
): Promise<Stored<AreaSettings>> {
  const areas = await listAreas(table);
  const [only] = areas;
  if (only === undefined) throw new Advice('There is no area yet: run place init first.');
  const area = named === undefined && areas.length === 1 ? only : AreaId.safeParse(named).data;
  const found = area && areas.includes(area) ? await findArea(table, area) : undefined;
  if (found === undefined) throw new Advice(`Name one area with --area: ${areas.join(', ')}.`);
  return found;
}

/** What an area still lacks, one line each, in the words of the coordinator's page. */
export const lackLines = (settings: AreaSettings): string[] =>
  lacksOf(settings).map(({ what, name }) => `  ${words.lack(words.fields[what], name)}`);

const Numbers = z.array(
  z.partial(CouncilNumbers, { adultSocialCare: true, outOfHours: true, crisis: true, linkWorkers: true }),
);

/** Sets numbers of an area from an operator's file: a list of councils with what is known of each. */
export async function setNumbers(
  deps: Placing,
  named: string | undefined,
  given: unknown,
): Promise<AreaSettings> {
  const { value, version } = await areaMeant(deps, named);
  const parsed = Numbers.safeParse(given);
  if (!parsed.success) {
    const wrong = parsed.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`);
    throw new Advice(`Nothing was changed. These numbers need another look:\n${wrong.join('\n')}`);
  }
  const strange = parsed.data.filter(({ code }) => !value.councils.some((council) => council.code === code));
  if (strange.length > 0)
    throw new Advice(
      `Nothing was changed. ${strange.map(({ code }) => code).join(', ')} is not in ${value.area}.`,
    );
  const councils = value.councils.map(({ name: _name, ...before }) => ({
    ...before,
    ...parsed.data.find(({ code }) => code === before.code),
  }));
  const { table, now } = deps;
  const done = await changePlace(
    { table, ids: systemIds, areas: areaLookup(table, now) },
    { area: value.area, userId: 'operator', at: now() },
    { version, councils, coordinator: value.coordinator },
  );
  if (!done.ok)
    throw new Advice('Nothing was changed: an area that takes referrals has to keep every number.');
  return done.value.value;
}

/** Who signed each row: from a file, the rest asked. Says every row that nobody has signed. */
export async function signaturesFrom(given: unknown, ask: Asking, today: string): Promise<Signatures> {
  const said: Record<string, unknown> = { ...Object(given) };
  for (const { row, what, who } of goLiveRows()) {
    if (said[row] !== undefined || ask === undefined) continue;
    const by = (await ask(`${what}\n  Name of the ${who} who signed it (nothing: not yet)`)).trim();
    if (by !== '') said[row] = { by, on: (await ask(`  Signed on (${today})`)).trim() || today };
  }
  const wrong = goLiveRows().flatMap(({ row, what }) => {
    const signed = Signature.safeParse(said[row]);
    if (signed.success && signed.data.on <= today) return [];
    return [`  ${row}: ${what}`];
  });
  const strange = Object.keys(said).filter((row) => !GoLiveRow.safeParse(row).success);
  if (strange.length > 0) throw new Advice(`There is no row ${strange.join(', ')} in the go-live list.`);
  if (wrong.length > 0)
    throw new Advice(
      `Not signed, or without a name and a day that has been (YYYY-MM-DD):\n${wrong.join('\n')}\nThe area takes no referrals yet. docs/go-live.md says who signs what.`,
    );
  return Signatures.parse(said);
}

/** Opens the area and makes its public listings again, so that groups that are ready can be referred to. */
export async function openArea(deps: Placing, area: AreaId, signed: Signatures): Promise<AreaSettings> {
  const { table, now } = deps;
  const done = await goLive({ table, ids: systemIds }, { area, userId: 'operator', at: now() }, signed);
  if (!done.ok) throw new Advice('The settings changed at the same moment. Run it again.');
  await rebuildArea(deps, area);
  return done.value;
}

export const todayOf = ({ now }: Pick<Placing, 'now'>): string => dayOf(now());
