/** Made-up services as directories hold them: Open Referral UK 3.0, nested, with what real files have in them. */

const id = (kind: number, number: number): string =>
  `0000000${kind}-0000-4000-8000-${String(number).padStart(12, '0')}`;

type Part = Record<string, unknown>;

/** A term as an attribute gives it. */
export const term = (name: string, number = 1): Part => ({
  id: id(7, number),
  taxonomy_term: { id: id(8, number), name, description: name },
});

/** A location at a postcode of Rusholme, unless another is given. */
export const location = (number: number, postcode: string | null = 'M14 5RL', more: Part = {}): Part => ({
  id: id(3, number),
  location_type: 'physical',
  name: 'The Old Ropeworks',
  latitude: '53.4566',
  longitude: -2.2172,
  addresses: [
    {
      id: id(4, number),
      address_1: '12 Twine Street',
      city: 'Manchester',
      state_province: 'Greater Manchester',
      postal_code: postcode,
      country: 'GB',
      address_type: 'physical',
    },
  ],
  accessibility: [{ id: id(5, number), description: 'Level access and a hearing loop. No lift.' }],
  ...more,
});

/** An organization by number. */
export const organization = (number: number, more: Part = {}): Part => ({
  id: id(1, number),
  name: `Lantern Row ${number}`,
  description: '<p>Neighbours who mend &amp; make.</p>',
  website: 'www.lantern-row.example',
  email: 'hello@lantern-row.example',
  organization_identifiers: [
    {
      id: id(6, number),
      identifier_type: 'charity',
      identifier_scheme: 'GB-CHC',
      identifier: `99000${number}`,
    },
  ],
  phones: [{ id: id(9, number), number: '0161 496 0199' }],
  ...more,
});

/** A service by number, complete; `more` replaces what it names. */
export const service = (number: number, more: Part = {}): Part => ({
  id: id(2, number),
  name: `Rope and needle ${number}`,
  description: '<div>Learn to splice, knot &amp; knit.<br/>Tea at three.</div>',
  status: 'active',
  organization: organization(number),
  minimum_age: '18',
  maximum_age: null,
  cost_options: [{ id: id(4, number), option: 'Session', amount: '2.50' }],
  schedules: [
    { id: id(6, number), freq: 'WEEKLY', byday: 'TU,TH', opens_at: '14:00:00', closes_at: '16:00:00' },
  ],
  service_at_locations: [{ id: id(5, number), location: location(number) }],
  attributes: [term('Crafts'), term('Loneliness and isolation', 2)],
  languages: [{ id: id(9, number), name: 'Urdu' }],
  contacts: [{ id: id(8, number), name: 'Petra Quill', title: 'Volunteer' }],
  last_modified: '2026-10-02T09:00:00Z',
  ...more,
});

/** So many services, each of an organization of its own. */
export const services = (count: number): Part[] =>
  Array.from({ length: count }, (_, index) => service(index + 1));

/** A page of the API. */
export const page = (contents: readonly unknown[], more: Part = {}): Part => ({
  total_items: contents.length,
  total_pages: 1,
  page_number: 1,
  size: contents.length,
  first_page: true,
  last_page: true,
  empty: contents.length === 0,
  contents,
  ...more,
});
