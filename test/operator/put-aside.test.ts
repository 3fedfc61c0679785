import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { asideOf, putAside, putAsideBefore } from '#infra/local/again.ts';

const place = mkdtempSync(join(tmpdir(), 'aside-'));
afterAll(() => rmSync(place, { recursive: true }));

describe('data that was put aside', () => {
  it('is found again beside its directory, oldest first, and nothing else is', () => {
    const data = join(place, '.portal');
    for (const other of ['.portal-2', '.portal-2-until-2026', '.portals-until-x'])
      mkdirSync(join(place, other));
    writeFileSync(join(place, '.portal-until-notes.txt'), 'mine');
    const days = ['2026-11-23T10:00:00.000Z', '2026-11-21T10:00:00.000Z'];
    for (const day of days) {
      mkdirSync(data);
      putAside(data, asideOf(data, new Date(day)));
    }
    expect(putAsideBefore(data)).toEqual(days.toReversed().map((day) => asideOf(data, new Date(day))));
  });
});
