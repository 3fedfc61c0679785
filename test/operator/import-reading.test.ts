import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Gathering, gather } from '#infra/operator/import/gather.ts';
import { coveredPlaces } from '#infra/operator/import/places.ts';
import { location, organization, page, service, term } from '#test/support/oruk-feed.ts';

const places = coveredPlaces();
const given: Gathering = { places, ownTerms: {}, leaveOutBroken: false };
const read = (value: unknown, more: Partial<Gathering> = {}) => gather(value, { ...given, ...more });
/** The one listing of one service. */
function listing(more: Record<string, unknown>) {
  const { candidates, faults, leftOut } = read([service(1, more)]);
  expect(faults).toEqual([]);
  const [candidate] = candidates;
  return { group: candidate?.content, content: candidate?.services[0]?.content, leftOut };
}

describe('a service of a directory', () => {
  it('becomes a listing with everything the directory says of it', () => {
    const { group, content } = listing({});
    expect(group).toEqual({
      name: 'Lantern Row 1',
      description: 'Neighbours who mend & make.',
      legalForm: 'charity',
      charityNumber: '990001',
      website: 'https://www.lantern-row.example/',
      phone: { number: '0161 496 0199', bestTimes: '', shownTo: 'public' },
      email: 'hello@lantern-row.example',
    });
    expect(content).toMatchObject({
      name: 'Rope and needle 1',
      description: 'Learn to splice, knot & knit. Tea at three.',
      kind: 'arts',
      needs: ['purpose', 'company'],
      schedules: [
        { weekday: 'TU', opensAt: '14:00', closesAt: '16:00' },
        { weekday: 'TH', opensAt: '14:00', closesAt: '16:00' },
      ],
      cost: { pence: 250, note: 'Session' },
      eligibility: { minimumAge: 18, maximumAge: null, onlyFor: [] },
      status: 'active',
    });
    expect(content?.place).toMatchObject({
      name: 'The Old Ropeworks',
      postcode: 'M14 5RL',
      wardName: 'Rusholme',
      masked: false,
    });
    expect(content?.access).toMatchObject({
      stepFree: true,
      hearingLoop: true,
      toilets: null,
      languages: ['Urdu'],
    });
  });

  it.each([
    ['a page', page([service(1)])],
    ['several pages', [page([service(1)]), page([service(2)])]],
    ['a list', [service(1)]],
    ['one service', service(1)],
    [
      'organizations with their services',
      [{ ...organization(1), services: [service(1, { organization: null })] }],
    ],
    ['a page of the older kind', { totalElements: 1, content: [service(1)] }],
    ['a list below a name', { services: [service(1)] }],
  ])('is found in %s', (_, value) => {
    const { candidates, faults } = read(value);
    expect(faults).toEqual([]);
    expect(candidates[0]?.services[0]?.content.name).toBe('Rope and needle 1');
  });

  it('is found in a feed of tables, with all that other tables say of it', () => {
    const tables = JSON.parse(readFileSync('test/fixtures/hill-and-dale-tables.json', 'utf8'));
    const { candidates, faults, about } = read(tables);
    expect([faults, about.name, about.licence]).toEqual([
      [],
      'Hill and Dale Directory',
      'Open Government Licence 3.0',
    ]);
    const [group] = candidates;
    expect(group).toMatchObject({
      area: 'shropshire',
      content: { name: 'Drystone Readers', legalForm: 'charity', phone: { number: '01632 960111' } },
    });
    expect(group?.services.map(({ content }) => content)).toMatchObject([
      {
        name: 'Wall and page',
        kind: 'group_learning',
        cost: { pence: 150, note: 'A morning' },
        schedules: [{ weekday: 'MO', opensAt: '10:00', closesAt: '12:00' }],
        place: { postcode: 'SY1 1AA', name: 'Market Hall' },
        access: { stepFree: true },
      },
      { name: 'Summer garden', cost: { pence: null }, schedules: [{ weekday: 'SA', opensAt: '09:30' }] },
    ]);
    tables.resources[1].data[1].name = 5;
    tables.resources[1].data[0].name = null;
    expect(read(tables).faults.map(({ path }) => path.join('.'))).toEqual(['resources.1.data.0.name']);
  });

  it('says that a cost nobody gave is not known, and takes the dearest price', () => {
    expect(listing({ cost_options: [], fees: null }).content?.cost).toEqual({ pence: null, note: '' });
    expect(listing({ cost_options: null, fees: 'Free' }).content?.cost).toEqual({ pence: 0, note: '' });
    expect(listing({ cost_options: [], fees: 'Membership £12 a year' }).content?.cost.pence).toBe(1200);
    expect(listing({ cost_options: [], fees: 'Free to members, £3 for guests' }).content?.cost.pence).toBe(
      300,
    );
    const two = [
      { option: 'Adult', amount: 4 },
      { option: 'Concession', amount: '£2' },
    ];
    expect(listing({ cost_options: two }).content?.cost).toEqual({
      pence: 400,
      note: 'Adult £4; Concession £2',
    });
    expect(listing({ cost_options: [{ option: 'Hall', amount: 90000 }] }).content?.cost.pence).toBeNull();
  });

  it('keeps times it cannot put as weekly ones in the directory’s own words', () => {
    const monthly = {
      freq: 'MONTHLY',
      byday: '2MO',
      opens_at: '10:00',
      closes_at: '12:00',
      description: 'Second Monday, 10 to 12',
    };
    const { content } = listing({ schedules: [monthly] });
    expect(content?.schedules).toEqual([]);
    expect(content?.description).toContain('When: Second Monday, 10 to 12.');
  });

  it('is listed at each of its places', () => {
    const two = [
      { id: 'a', location: location(1) },
      { id: 'b', location: location(2, 'M9 8BE') },
    ];
    const { candidates } = read([service(1, { service_at_locations: two })]);
    expect(candidates[0]?.services.map(({ content }) => content.place.postcode)).toEqual([
      'M14 5RL',
      'M9 8BE',
    ]);
  });

  it('is placed by its point when it has no postcode, and its address then tells none', () => {
    const { content } = listing({ service_at_locations: [{ id: 'a', location: location(1, null) }] });
    expect(content?.place).toMatchObject({ postcode: '', wardName: 'Rusholme' });
  });

  it.each([
    ['no_place', { service_at_locations: [] }],
    ['online', { service_at_locations: [{ location: { location_type: 'virtual' } }] }],
    ['postcode_unknown', { service_at_locations: [{ location: location(1, 'EH1 1YZ') }] }],
    [
      'elsewhere',
      { service_at_locations: [{ location: location(1, null, { latitude: 55.9, longitude: -3.2 }) }] },
    ],
    ['not_running', { status: 'defunct' }],
    ['not_running', { status: 'constructor' }],
    ['no_need', { attributes: [term('Dentist')], name: 'Teeth', description: 'Teeth.' }],
    ['no_group', { organization: null }],
  ])('is left out for the reason %s', (reason, more) => {
    const { candidates, leftOut, faults } = read([service(1, more)]);
    expect([faults, candidates]).toEqual([[], []]);
    expect(leftOut.map((row) => row.reason)).toEqual([reason]);
  });

  it('hides the address of what keeps people safe', () => {
    const safe = listing({ attributes: [term('Domestic abuse')] });
    expect(safe.content?.place.masked).toBe(true);
    const withheld = listing({
      service_at_locations: [{ location: location(1, 'M14 5RL', { name: 'Undisclosed address' }) }],
    });
    expect(withheld.content?.place.masked).toBe(true);
  });

  it('brings nobody’s own number, address or name along', () => {
    const own = {
      organization: organization(1, {
        email: 'petra.quill@lantern-row.example',
        phones: [{ number: '07700 900321' }],
        contacts: [{ name: 'Petra Quill', phones: [{ number: '0161 496 0777' }] }],
      }),
      description: 'Ring Petra on +44 7700 900321 or write to petra@post.example.',
    };
    const { candidates, tally } = read([service(1, own)]);
    const text = JSON.stringify(candidates);
    for (const secret of ['900321', 'petra.quill@', 'petra@', '0777']) expect(text).not.toContain(secret);
    expect(candidates[0]?.content).toMatchObject({ email: null, phone: { number: '', shownTo: 'nobody' } });
    expect(tally.personal).toBeGreaterThanOrEqual(5);
  });

  it('names terms it does not know, and believes what the operator says of them', () => {
    const one = service(1, { attributes: [term('Dentist')], name: 'Teeth', description: 'Teeth.' });
    expect([...read([one]).tally.unknownTerms]).toEqual([['Dentist', 1]]);
    const { candidates } = read([one], { ownTerms: { dentist: { needs: ['moving'], kind: 'advice' } } });
    expect(candidates[0]?.services[0]?.content).toMatchObject({ kind: 'advice', needs: ['moving'] });
  });

  it('counts a service once, however often the file holds it', () => {
    const { candidates, leftOut } = read([service(1), service(1)]);
    expect(candidates[0]?.services).toHaveLength(1);
    expect(leftOut.map(({ reason, path }) => [reason, path])).toEqual([['twice', [1]]]);
  });
});

describe('a broken file', () => {
  it.each([
    ['is no list of services', { hello: 1 }, []],
    ['is a number', 7, []],
    ['has a text where its services belong', page([], { contents: 'none' }), ['contents']],
    ['has a text among its services', page([service(1), 'two']), ['contents', 1]],
    ['has a service without a name', page([service(1), service(2, { name: null })]), ['contents', 1, 'name']],
    ['has a service without an id', [service(1, { id: '' })], [0, 'id']],
    ['has a group without a name', [service(1, { organization: { id: 'x' } })], [0, 'organization', 'name']],
    ['has an object for a name', [service(1, { name: { en: 'Rope' } })], [0, 'name']],
    ['has a number for its places', [service(1, { service_at_locations: 3 })], [0, 'service_at_locations']],
    ['has a text among its times', [service(1, { schedules: ['Tuesdays'] })], [0, 'schedules', 0]],
    ['names other files', { resources: [{ name: 'services', path: 'services.csv' }] }, ['resources', 0]],
  ])('is refused when it %s, with the place', (_, value, path) => {
    const { faults } = read(value);
    expect(faults.map((fault) => fault.path)).toContainEqual(path);
  });

  it('is read without its broken rows when the operator says so', () => {
    const { faults, candidates, leftOut } = read([service(1, { name: null }), service(2)], {
      leaveOutBroken: true,
    });
    expect(faults).toEqual([]);
    expect(candidates.map(({ content }) => content.name)).toEqual(['Lantern Row 2']);
    expect(leftOut.map(({ reason }) => reason)).toEqual(['broken']);
  });
});
