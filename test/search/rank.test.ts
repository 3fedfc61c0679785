import { describe, expect, it } from 'vitest';
import type { Listing } from '#functions/search/listing.ts';
import { searchOf } from '#functions/search/query.ts';
import { type Match, ranked } from '#functions/search/rank.ts';
import type { SearchQuery } from '#shared/api/search.ts';
import { OrganizationId } from '#shared/model/ids.ts';
import { NOW, someListings } from '#test/support/listings.ts';

const [base] = someListings('rank', 1);
if (base === undefined) throw new Error('No listing');
const GOOD = { class: 0, goodUntil: '2026-12-09T00:00:00.000Z' } as const;
const plain: Listing = {
  ...base,
  needs: ['company'],
  room: GOOD,
  lastReviewedAt: '2026-11-01T00:00:00.000Z',
  schedules: [{ weekday: 'MO', opensAt: '10:00', closesAt: '11:00' }],
  words: ' tea',
  nameWords: ' tea',
};
const many = someListings('ranked', 12).map(({ serviceId, organizationId }) => ({
  serviceId,
  organizationId,
}));
const listing = (index: number, given: Partial<Listing>): Listing => ({ ...plain, ...many[index], ...given });
const order = (query: SearchQuery, matches: Match[], day = '2026-11-23') =>
  ranked(matches, searchOf(query, NOW), { most: 200, day }).map((match) => matches.indexOf(match));
const query: SearchQuery = { cell: 'gcw2j3', need: ['company', 'food'] };

describe('the order of results', () => {
  it('puts what helps with more of the needs first, whatever its room', () => {
    const one = { listing: listing(0, { needs: ['company'] }), miles: 0.1 };
    const both = { listing: listing(1, { needs: ['company', 'food'], room: null }), miles: 4 };
    expect(order(query, [one, both])).toEqual([1, 0]);
  });

  it('puts room before ring-first, ring-first before a waiting list, and that before full', () => {
    const of = (index: number, room: Listing['room']) => ({ listing: listing(index, { room }), miles: 1 });
    const matches = [
      of(0, { ...GOOD, class: 3 }),
      of(1, { ...GOOD, class: 2 }),
      of(2, null),
      of(3, GOOD),
      of(4, { class: 0, goodUntil: '2026-11-01T00:00:00.000Z' }),
    ];
    const found = order(query, matches);
    expect(found[0]).toBe(3);
    expect(new Set(found.slice(1, 3))).toEqual(new Set([2, 4]));
    expect(found.slice(3)).toEqual([1, 0]);
  });

  it('then puts the nearer first, then the fresher', () => {
    const far = { listing: listing(0, {}), miles: 3 };
    const stale = { listing: listing(1, { lastReviewedAt: '2025-01-01T00:00:00.000Z' }), miles: 0.6 };
    const near = { listing: listing(2, {}), miles: 0.9 };
    expect(order(query, [far, stale, near])).toEqual([2, 1, 0]);
  });

  it('lets every group come first in its turn among equals, day by day, and stays put within a day', () => {
    const equals = many.slice(0, 6).map((_, index) => ({
      listing: listing(index, { organizationId: OrganizationId.parse(many[index * 2]?.organizationId) }),
      miles: 1,
    }));
    const firsts = new Set<number | undefined>();
    for (let day = 1; day <= 28; day += 1) {
      const date = `2026-11-${String(day).padStart(2, '0')}`;
      expect(order(query, equals, date)).toEqual(order(query, [...equals], date));
      firsts.add(order(query, equals, date)[0]);
    }
    expect(firsts.size).toBeGreaterThanOrEqual(5);
  });

  it('shows one listing of each group before a second of any, so that a big group does not fill the page', () => {
    const big = OrganizationId.parse(many[0]?.organizationId);
    const small = OrganizationId.parse(many[10]?.organizationId);
    const matches = [0, 1, 2, 3].map((index) => ({
      listing: listing(index, { organizationId: index < 3 ? big : small }),
      miles: 1,
    }));
    expect(order(query, matches).slice(0, 2)).toContain(3);
  });
});
