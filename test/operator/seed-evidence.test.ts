import { describe, expect, it } from 'vitest';
import { freezeQuarter } from '#functions/domain/insight/freeze.ts';
import { snapshotRecord } from '#functions/store/snapshot.ts';
import { AREAS } from '#infra/operator/seed/areas.ts';
import { evidenceItems } from '#infra/operator/seed/evidence.ts';
import { addDays } from '#shared/model/civil-time.ts';
import { Evidence } from '#shared/model/evidence.ts';
import { lastClosed, quarterBefore, quarterOf } from '#shared/model/quarter.ts';
import type { Snapshot } from '#shared/model/snapshot.ts';
import { SEED_DAY } from '#test/support/seeded.ts';

const [manchester] = AREAS;
if (manchester === undefined) throw new Error('The demonstration has no area');
const ALL_YEAR = Array.from({ length: 366 }, (_, index) => addDays(SEED_DAY, index));

const seededOn = (day: string) => evidenceItems({ areas: [manchester], now: `${day}T00:00:00.000Z` }, []);
const snapshotsOf = (day: string): Snapshot[] =>
  seededOn(day).flatMap((item) =>
    item.pk.includes('#snapshot#') ? [snapshotRecord.fromItem(item).value] : [],
  );
/** What stands raw under a quarter, as the function that freezes it reads it. */
const rawOf = (day: string, quarter: string): Evidence[] =>
  seededOn(day).flatMap(({ pk, sk }) => {
    const [kind, need, council, cause] = sk.split('#');
    return pk.includes(`#evidence#${quarter}#`) ? [Evidence.parse({ kind, need, council, cause })] : [];
  });

/** The needs a reader is told a number of, each with a cause that has one too. */
const readable = ({ rows }: Snapshot): string[] =>
  rows.flatMap(({ kind, need, total, causes }) =>
    kind === 'unmet' && total !== '*' && total > 0 && causes.some(({ count }) => count !== '*' && count > 0)
      ? [need]
      : [],
  );

describe('the gaps of the demonstration', () => {
  it('are three that can be read in each of the last two closed quarters, on whatever day it is laid out', () => {
    for (const day of ALL_YEAR) {
      const last = lastClosed(day);
      const shown = snapshotsOf(day).map((one) => [one.quarter, readable(one).sort()]);
      expect(shown.sort(), day).toEqual([
        [quarterBefore(last), ['carers', 'company', 'digital']],
        [last, ['carers', 'company', 'digital']],
      ]);
    }
  });

  it('stay so when a quarter is frozen that was just over on the day of seeding', () => {
    for (const day of ['2027-01-01', '2027-01-03', '2027-04-02']) {
      const ended = quarterBefore(quarterOf(day));
      expect(lastClosed(day)).toBe(quarterBefore(ended));
      const frozen = freezeQuarter(rawOf(day, ended), manchester, { quarter: ended, at: `${day}T00:00:00Z` });
      expect(readable(frozen).sort(), day).toEqual(['carers', 'company', 'digital']);
    }
  });

  it('go on in the open quarter, no further than its days', () => {
    const sizes = ALL_YEAR.map((day) => ({ day, now: rawOf(day, quarterOf(day)).length }));
    for (const [index, { day, now }] of sizes.entries()) {
      const before = sizes[index - 1];
      const isFirst = before === undefined || quarterOf(before.day) !== quarterOf(day);
      expect(now, day).toBeGreaterThanOrEqual(isFirst ? 0 : before.now);
      expect(now, day).toBeLessThan(rawOf(day, lastClosed(day)).length);
    }
  });
});
