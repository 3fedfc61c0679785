import { freezeQuarter } from '#functions/domain/insight/freeze.ts';
import { evidenceItem } from '#functions/store/evidence.ts';
import { snapshotItem } from '#functions/store/snapshot.ts';
import type { Item } from '#functions/store/table.ts';
import { DAY_LENGTH, dayOf } from '#shared/model/civil-time.ts';
import type { Day } from '#shared/model/dates.ts';
import type { Evidence } from '#shared/model/evidence.ts';
import { lastClosed, type Quarter, quarterBefore, quarterBounds, quarterOf } from '#shared/model/quarter.ts';
import type { World } from './world.ts';

type Told = readonly [
  kind: Evidence['kind'],
  need: Evidence['need'],
  cause: string,
  lastQuarter: number,
  quarterBefore: number,
];

/** A piece of evidence with the quarter it counts in and the mark it is counted by. */
export type Counted = { quarter: Quarter; mark: string; evidence: Evidence };

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

/**
 * Of each area, what was counted: the last two closed quarters with what may be shown of them, and what has
 * come in since, which is frozen when its own quarter is over. `noted` counts beside it.
 */
export function evidenceItems(
  { areas, now }: Pick<World, 'areas' | 'now'>,
  noted: readonly Counted[],
): Item[] {
  const today = dayOf(now);
  const last = lastClosed(today);
  const closed = [quarterBefore(last), last];
  return areas.flatMap((settings) => {
    const { area, councils } = settings;
    const council = councils[0]?.code ?? '';
    const all = [
      ...[...closed, ...quartersAfter(last, today)].flatMap((quarter) =>
        toldIn(quarter, { last, today, council }),
      ),
      ...noted.filter(({ evidence }) => evidence.council === council),
    ];
    return [
      ...all.map(({ quarter, mark, evidence }) => evidenceItem({ area, quarter, mark }, evidence)),
      ...closed.map((quarter) => {
        const counted = all.filter((one) => one.quarter === quarter).map(({ evidence }) => evidence);
        return snapshotItem(area, freezeQuarter(counted, settings, { quarter, at: now }));
      }),
    ];
  });
}

/** Each quarter after the last closed one until today's: one that is just over waits some days to be frozen. */
function quartersAfter(last: Quarter, today: Day): Quarter[] {
  const present = quarterOf(today);
  const before = quarterBefore(present);
  return before > last ? [before, present] : [present];
}

const daysFrom = (from: Day, to: Day): number => (Date.parse(to) - Date.parse(from)) / DAY_LENGTH;

/** What a quarter has told by a day: all of it once it is over, else as much as of its days are over. */
function toldIn(quarter: Quarter, given: { last: Quarter; today: Day; council: string }): Counted[] {
  const { last, today, council } = given;
  const { from, until } = quarterBounds(quarter);
  const share = Math.min(1, daysFrom(from, today) / daysFrom(from, until));
  return TOLD.flatMap(([kind, need, cause, lately, earlier], index) =>
    Array.from({ length: Math.floor((quarter < last ? earlier : lately) * share) }, (_, number) => ({
      quarter,
      mark: `seed${index}-${number}`,
      evidence: { kind, need, council, cause },
    })),
  );
}
