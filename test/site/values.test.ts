import { describe, expect, it } from 'vitest';
import { AreaId } from '#shared/model/area.ts';
import { cellOf } from '#shared/model/geohash.ts';
import { OrganizationId, SchemeId } from '#shared/model/ids.ts';
import { Need } from '#shared/model/need.ts';
import { SafeContact } from '#shared/model/person.ts';
import { wardOfCell } from '#shared/model/ward-of-cell.ts';
import { needs } from '#shared/text/en/needs.ts';
import { safeContact } from '#shared/text/en/referral.ts';
import { penceOf } from '../../site/src/islands/listing/read-listing.ts';
import { placesOf } from '../../site/src/islands/my-group/room-statement.tsx';
import { signInHref } from '../../site/src/lib/address.ts';
import { csv } from '../../site/src/lib/csv.ts';
import { codesOf } from '../../site/src/lib/items.ts';
import { readView, viewHref } from '../../site/src/lib/list-view.ts';
import { nearIn } from '../../site/src/lib/near-in-query.ts';
import { needsIn } from '../../site/src/lib/needs-in-query.ts';
import { idIn } from '../../site/src/lib/page-query.ts';
import { findWard } from '../../site/src/lib/place.ts';
import { groupsOf, tasksOf } from '../../site/src/lib/tasks.ts';
import { timeOfDay } from '../../site/src/lib/time-of-day.ts';

const ID = '0f8fad5b-d9cb-469f-a165-70867728950e';

describe('a time of day as people write it', () => {
  it.each([
    ['2pm', '14:00'],
    ['2.30 pm', '14:30'],
    ['12am', '00:00'],
    ['12pm', '12:00'],
    ['Midday', '12:00'],
    ['14:30', '14:30'],
    ['1430', '14:30'],
    ['9:05am', '09:05'],
    ['2', ''],
    ['25:00', ''],
    ['13pm', ''],
    ['tea time', ''],
    ['', ''],
  ])('reads %j as %j', (typed, time) => expect(timeOfDay(typed)).toBe(time));
});

describe('an amount of money as people write it', () => {
  it.each([
    ['0', 0],
    ['2', 200],
    ['£2.50', 250],
    ['2.5', 250],
    ['1000', 100_000],
    ['free', undefined],
    ['2,50', undefined],
    ['-1', undefined],
  ])('reads %j as %j pence', (typed, pence) => expect(penceOf(typed)).toBe(pence));
});

describe('a number of places', () => {
  it.each([
    ['', null],
    [' ', null],
    ['0', 0],
    [' 12 ', 12],
    ['999', 999],
    ['1000', undefined],
    ['-1', undefined],
    ['2.5', undefined],
    ['a few', undefined],
  ])('reads %j as %j', (typed, places) => expect(placesOf(typed)).toBe(places));
});

describe('the address of a page', () => {
  it('gives ids, needs and the search it came from, and nothing that does not fit', () => {
    const good = `?service=${ID}&need=company&need=nonsense&cell=gcw2je&near=M14`;
    expect(idIn(good, 'service')).toBe(ID);
    expect(needsIn(good)).toEqual(['company']);
    expect(nearIn(good)).toEqual({ near: 'M14', cell: 'gcw2je' });
    const bent = '?service=<script>&need=toString&cell=aaaaaa&near=M14 5RL';
    expect(idIn(bent, 'service')).toBeUndefined();
    expect(needsIn(bent)).toEqual([]);
    expect(nearIn(bent)).toEqual({ near: undefined, cell: undefined });
  });

  it('brings signing in back to the same page and filters', () => {
    expect(signInHref({ pathname: '/caseload', search: '?view=team&closed=1' })).toBe(
      '/auth/sign-in?to=%2Fcaseload%3Fview%3Dteam%26closed%3D1',
    );
  });

  it('keeps what a list shows, there and back', () => {
    const view = readView('?view=team&closed=1&need=food', 'caseload');
    expect(view).toEqual({ view: 'team', isClosed: true, need: 'food' });
    expect(viewHref(view, {})).toBe('/caseload?view=team&closed=1&need=food');
    expect(viewHref(view, { isClosed: false, need: undefined, view: 'caseload' })).toBe(
      '/caseload?view=mine',
    );
    expect(readView('?view=mine', 'team').view).toBe('caseload');
    expect(readView('?view=team', 'inbox')).toEqual({ view: 'inbox', isClosed: false, need: undefined });
  });
});

describe('the choices of a form', () => {
  it('are the codes of the schema in the order of their words', () => {
    expect(codesOf(needs)).toEqual(Need.options);
    expect(codesOf(safeContact)).toEqual(SafeContact.options);
  });
});

describe('the tasks of somebody', () => {
  const group = OrganizationId.parse(ID);
  it('are those of every role held, each once', () => {
    const held = [
      { role: 'link_worker' as const, schemeId: SchemeId.parse(ID) },
      { role: 'lw_manager' as const, schemeId: SchemeId.parse(ID) },
      { role: 'group_lead' as const, organizationId: group },
    ];
    expect(tasksOf(held).map(({ id }) => id)).toEqual([
      'find',
      'caseload',
      'my_group',
      'my_grants',
      'people',
    ]);
  });

  it('name a group once however many roles are held in it', () => {
    const held = [
      { role: 'group_lead' as const, organizationId: group },
      { role: 'group_reader' as const, organizationId: group },
    ];
    expect(groupsOf(held, ['group_lead', 'group_reader'])).toEqual([group]);
    expect(groupsOf(held.slice(1), ['group_lead'])).toEqual([]);
  });
});

describe('a spreadsheet', () => {
  it('quotes what needs it, begins with a byte order mark and never holds a formula', () => {
    expect(
      csv([
        ['a', 'b, c', 'say "d"'],
        ['=1+1', '@x', 3],
      ]),
    ).toBe('\uFEFFa,"b, c","say ""d"""\r\n\'=1+1,\'@x,3\r\n');
  });
});

const wards = [
  { code: 'E05011377', name: 'Rusholme', council: 'E08000003' },
  { code: 'E05011361', name: 'Fallowfield', council: 'E08000003' },
];
const shard = {
  outcode: 'M14',
  area: AreaId.parse('manchester'),
  councilName: 'Manchester',
  wards,
  units: {
    '5RL': [53.4566, -2.2172, 0] as [number, number, number],
    '5RX': [53.4567, -2.2173, 0] as [number, number, number],
    '6AA': [53.4567, -2.2174, 1] as [number, number, number],
  },
};

describe('the ward somebody lives in', () => {
  it('is found in this browser: only the district is asked for', async () => {
    const asked: string[] = [];
    const found = await findWard(' m14 5rl', async (outcode) => {
      asked.push(outcode);
      return shard;
    });
    expect(found).toEqual({ kind: 'found', ward: wards[0], wards });
    expect(asked).toEqual(['M14']);
  });

  it.each([
    ['hello', shard, 'not_a_postcode'],
    ['M14 9ZZ', shard, 'not_known'],
    ['M14 5RL', undefined, 'not_known'],
    ['M14 5RL', { ...shard, area: null, units: {}, wards: [] }, 'not_ours'],
    ['M14 5RL', 'no_connection' as const, 'no_connection'],
  ])('of %j says what to do when it is not found', async (typed, answer, kind) => {
    expect((await findWard(typed, async () => answer)).kind).toBe(kind);
  });

  it('of a map square is the one most of its postcodes lie in', () => {
    const cell = cellOf({ latitude: 53.4566, longitude: -2.2172 }, 6);
    expect(wardOfCell(shard, cell)?.name).toBe('Rusholme');
    expect(wardOfCell(shard, '000000')).toBeUndefined();
  });
});
