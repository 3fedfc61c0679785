import { describe, expect, it } from 'vitest';
import { renewPage as words } from '#shared/text/en/renew.ts';
import { standingOf } from '../../site/src/islands/renew.tsx';

const now = '2026-11-23T10:00:00.000Z';
const standing = { status: 'answering', tier: 1, confirmedAt: null, validUntil: null } as const;

describe('the page on which a lead renews', () => {
  it('says of a group that never confirmed anything that it has not, not that it ran out', () => {
    expect(standingOf({ standing, now })).toBe(words.never);
  });

  it('says that it counts no longer only once it has counted', () => {
    const over = {
      ...standing,
      status: 'out_of_date',
      confirmedAt: '2025-11-01T10:00:00.000Z',
      validUntil: '2026-11-01T10:00:00.000Z',
    } as const;
    expect(standingOf({ standing: over, now })).toBe(words.over);
  });
});
