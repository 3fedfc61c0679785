import { describe, expect, it } from 'vitest';
import { seedItems } from '#infra/operator/seed/items.ts';
import { demonstration } from '#infra/operator/seed/world.ts';
import { ActivityKind, Need } from '#shared/model/need.ts';
import { SEED_DAY } from '#test/support/seeded.ts';

const world = demonstration(SEED_DAY);
const listed = world.groups.filter(({ organization }) => organization.status === 'checked');
const inArea = (area: string) => listed.filter(({ organization }) => organization.area === area);

describe('the demonstration', () => {
  it('has at least three hundred groups, each with a name of its own', () => {
    expect(world.groups.length).toBeGreaterThanOrEqual(300);
    expect(new Set(world.groups.map(({ organization }) => organization.name)).size).toBe(world.groups.length);
  });

  it.each(['manchester', 'shropshire'])('has every kind of activity and every need in %s', (area) => {
    const services = inArea(area).flatMap((group) => group.services);
    expect(new Set(services.map(({ kind }) => kind))).toEqual(new Set(ActivityKind.options));
    expect(new Set(services.flatMap(({ needs }) => needs))).toEqual(new Set(Need.options));
  });

  it('has all there is to tell apart: tiers, standings, legal forms, room said in every way and never', () => {
    const organizations = world.groups.map(({ organization }) => organization);
    const services = world.groups.flatMap((group) => group.services);
    const rooms = world.groups.flatMap(({ capacities }) => [...capacities.values()]);
    expect(new Set(services.map(({ tier }) => tier)).size).toBe(4);
    expect(new Set(organizations.map(({ status }) => status)).size).toBe(4);
    expect(new Set(organizations.map(({ legalForm }) => legalForm)).size).toBe(7);
    expect(new Set(organizations.map(({ safeguarding }) => safeguarding.status)).size).toBe(8);
    expect(new Set(rooms.map((room) => room?.state ?? 'never')).size).toBe(6);
    expect(rooms.some((room) => room !== null && room.goodUntil < world.now)).toBe(true);
    expect(rooms.some((room) => room?.dropIn === true)).toBe(true);
    expect(services.some(({ place }) => place.masked)).toBe(true);
    for (const answer of [true, false, null])
      expect(services.some(({ access }) => access.stepFree === answer)).toBe(true);
  });

  it('uses only numbers kept for drama, addresses that lead nowhere and no register’s numbers', () => {
    const text = JSON.stringify(world);
    const numbers = text.match(/"(?:number|phone|adultSocialCare|outOfHours|crisis)":"[^"]+"/g) ?? [];
    expect(numbers.length).toBeGreaterThan(300);
    for (const number of numbers)
      expect(number).toMatch(/"(0161 496 0\d{3}|01632 960\d{3}|07700 900\d{3}|0808 157 0\d{3})"$/);
    for (const address of text.match(/[\w.-]+@[\w.-]+|https?:\/\/[\w.-]+/g) ?? [])
      expect(address).toMatch(/\.example(\.org)?$/);
    expect(text).not.toMatch(/"charityNumber":"\d/);
  });

  it('puts every group at a postcode of its own area', () => {
    for (const { organization, services } of world.groups)
      for (const { place } of services)
        expect(place.council).toBe(organization.area === 'manchester' ? 'E08000003' : 'E06000051');
  });
});

describe('the seed', () => {
  const plain = (day: string) =>
    [...seedItems('demo', day)].map(([table, items]) => [table, items.map((item) => JSON.stringify(item))]);

  it('is the same every time on the same day', () => {
    expect(plain(SEED_DAY)).toEqual(plain(SEED_DAY));
  });

  it('counts every date from the day of seeding and keeps every id', () => {
    const later = demonstration('2027-03-02');
    const ids = (all: typeof world) => all.groups.map(({ organization }) => organization.id);
    expect(ids(later)).toEqual(ids(world));
    const age = (all: typeof world) =>
      all.groups.map(({ organization }) => Date.parse(all.now) - Date.parse(organization.lastReviewedAt));
    expect(age(later)).toEqual(age(world));
  });

  it('says nothing about the future', () => {
    for (const { organization, capacities } of world.groups) {
      expect(organization.lastReviewedAt < world.now).toBe(true);
      for (const room of capacities.values()) expect(room === null || room.asOf <= world.now).toBe(true);
    }
  });

  it('stays below what one item may hold, and gives no two items one key', () => {
    for (const [, items] of seedItems('demo', SEED_DAY)) {
      for (const item of items) expect(JSON.stringify(item).length).toBeLessThan(390_000);
      expect(new Set(items.map(({ pk, sk }) => `${pk}\n${sk}`)).size).toBe(items.length);
    }
  });

  it('has places alone when it is empty', () => {
    const kinds = (table: 'portal' | 'events' | 'directory') =>
      new Set((seedItems('empty', SEED_DAY).get(table) ?? []).map(({ sk }) => sk));
    expect(kinds('portal')).toEqual(new Set(['areas']));
    expect(kinds('directory')).toEqual(new Set(['areas', 'units', 'districts']));
  });
});
