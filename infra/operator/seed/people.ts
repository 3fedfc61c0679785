import { AreaId } from '#shared/model/area.ts';
import { SchemeId, UserId } from '#shared/model/ids.ts';
import { Principal } from '#shared/model/roles.ts';
import { Scheme } from '#shared/model/scheme.ts';
import { seededId } from './chance.ts';
import { DEMO_GROUP, NEW_GROUP } from './demonstration-groups.ts';

const manchester = AreaId.parse('manchester');
const shropshire = AreaId.parse('shropshire');

/** The two teams of link workers. */
export const SCHEMES: readonly Scheme[] = [
  Scheme.parse({
    id: SchemeId.parse(seededId('scheme manchester')),
    area: manchester,
    name: 'Canal Basin link workers',
  }),
  Scheme.parse({
    id: SchemeId.parse(seededId('scheme shropshire')),
    area: shropshire,
    name: 'Far Hills link workers',
  }),
];
const [inManchester, inShropshire] = SCHEMES;

/** Who can sign in to the demonstration, with what they come to do; `about` is what the start prints. */
export type DemoPerson = { principal: Principal; about: string };

function person(
  given: Pick<Principal, 'name' | 'phone' | 'area'> & {
    email: string;
    memberships: unknown[];
    about: string;
  },
): DemoPerson {
  const { email, about, ...rest } = given;
  const userId = UserId.parse(seededId(`user ${email}`));
  return { principal: Principal.parse({ ...rest, userId, email: `${email}@demo.example` }), about };
}

export const PEOPLE: readonly DemoPerson[] = [
  person({
    email: 'group-lead',
    name: 'Rosa Finch',
    phone: '07700 900161',
    area: manchester,
    memberships: [{ role: 'group_lead', organizationId: DEMO_GROUP }],
    about: 'leads Marigold Corner and says how much room there is',
  }),
  person({
    email: 'reader',
    name: 'Idris Vale',
    phone: '07700 900162',
    area: manchester,
    memberships: [{ role: 'group_reader', organizationId: DEMO_GROUP }],
    about: 'opens and answers referrals for Marigold Corner',
  }),
  person({
    email: 'reader-2',
    name: 'Nell Arkwright',
    phone: '07700 900163',
    area: manchester,
    memberships: [{ role: 'group_reader', organizationId: DEMO_GROUP }],
    about: 'the second reader of Marigold Corner',
  }),
  person({
    email: 'link-worker',
    name: 'Tomasz Reed',
    phone: '07700 900164',
    area: manchester,
    memberships: [{ role: 'link_worker', schemeId: inManchester?.id }],
    about: 'link worker in Manchester',
  }),
  person({
    email: 'lw-manager',
    name: 'Beth Okoro',
    phone: '07700 900165',
    area: manchester,
    memberships: [{ role: 'lw_manager', schemeId: inManchester?.id }],
    about: 'manages the Manchester link workers',
  }),
  person({
    email: 'link-worker-2',
    name: 'Hugh Marsh',
    phone: '07700 900166',
    area: shropshire,
    memberships: [{ role: 'link_worker', schemeId: inShropshire?.id }],
    about: 'link worker in Shropshire',
  }),
  person({
    email: 'new-group',
    name: 'Lena Cole',
    phone: '07700 900167',
    area: manchester,
    memberships: [{ role: 'group_lead', organizationId: NEW_GROUP }],
    about: 'leads Button and Thread, a group that has just joined',
  }),
  person({
    email: 'coordinator',
    name: 'Sunil Grange',
    phone: '07700 900168',
    area: manchester,
    memberships: [{ role: 'coordinator' }],
    about: 'coordinates the groups of Manchester',
  }),
  person({
    email: 'commissioner',
    name: 'Alice Penhale',
    phone: null,
    area: manchester,
    memberships: [{ role: 'commissioner' }],
    about: 'commissioner in Manchester',
  }),
];

/** A link worker of the Manchester team whose referrals its manager and the coordinator see; nobody comes as her. */
export const COLLEAGUE: Principal = person({
  email: 'link-worker-3',
  name: 'Wilma Croft',
  phone: '07700 900172',
  area: manchester,
  memberships: [{ role: 'link_worker', schemeId: inManchester?.id }],
  about: '',
}).principal;

/** Who can sign in to the demonstration, for the start and the sign-in page to show. */
export const signIns = (): { email: string; name: string; about: string }[] =>
  PEOPLE.map(({ principal: { email, name }, about }) => ({ email, name, about }));
