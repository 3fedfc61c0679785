import { freezeQuarter } from '#functions/domain/insight/freeze.ts';
import { evidenceItem } from '#functions/store/evidence.ts';
import { snapshotItem } from '#functions/store/snapshot.ts';
import type { Item } from '#functions/store/table.ts';
import type { AreaSettings } from '#shared/model/area.ts';
import type { Evidence } from '#shared/model/evidence.ts';
import { lastClosed, type Quarter, quarterBefore } from '#shared/model/quarter.ts';
import type { World } from './world.ts';

type Told = readonly [
  kind: Evidence['kind'],
  need: Evidence['need'],
  cause: string,
  lastQuarter: number,
  quarterBefore: number,
];

/**
 * What two closed quarters told: three gaps that can be read (carers with nothing at all, digital help that
 * is full, company that is on the wrong day), and others too small to be shown.
 */
const TOLD: readonly Told[] = [
  ['unmet', 'carers', 'absent', 34, 21],
  ['unmet', 'carers', 'unreachable:miles', 9, 4],
  ['unmet', 'digital', 'full', 27, 33],
  ['unmet', 'digital', 'unknown', 4, 9],
  ['unmet', 'company', 'unreachable:day', 22, 11],
  ['unmet', 'company', 'unready', 3, 0],
  ['unmet', 'grief', 'full', 5, 2],
  ['unmet', 'safety', 'absent', 4, 0],
  ['noted', 'carers', 'absent', 13, 8],
  ['noted', 'work', 'none', 2, 1],
  ['declined', 'digital', 'no_capacity', 16, 18],
  ['declined', 'moving', 'cannot_meet_access_need', 4, 9],
  ['expired', 'home', 'unresponsive', 9, 12],
  ['handed_back', 'company', 'none', 3, 1],
  ['introduced', 'food', 'told_of', 32, 28],
  ['introduced', 'food', 'taken_to', 9, 0],
];

/** Of each area, what was counted in the last two closed quarters and what may be shown of it. */
export const evidenceItems = ({ areas, now }: World): Item[] => {
  const last = lastClosed(now.slice(0, 10));
  return areas.flatMap((settings) => [
    ...quarterItems(settings, last, now, ([, , , count]) => count),
    ...quarterItems(settings, quarterBefore(last), now, ([, , , , count]) => count),
  ]);
};

function quarterItems(
  settings: AreaSettings,
  quarter: Quarter,
  at: string,
  howMany: (told: Told) => number,
): Item[] {
  const council = settings.councils[0]?.code ?? '';
  const evidence = TOLD.flatMap((told): Evidence[] => {
    const [kind, need, cause] = told;
    return Array.from({ length: howMany(told) }, () => ({ kind, need, council, cause }));
  });
  return [
    ...evidence.map((one, index) =>
      evidenceItem({ area: settings.area, quarter, mark: `seed${index}` }, one),
    ),
    snapshotItem(settings.area, freezeQuarter(evidence, settings, { quarter, at })),
  ];
}
