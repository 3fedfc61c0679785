import { brotliCompressSync } from 'node:zlib';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { PublicGroup } from '#shared/api/group-public.ts';
import { SearchReply } from '#shared/api/search.ts';
import { ActivityKind, Need } from '#shared/model/need.ts';
import { Cell, Outcode } from '#shared/model/postcode.ts';
import { linkWorkers } from '#shared/text/en/link-workers.ts';
import { answersOf } from '#shared/ui/find/answers.ts';
import { FindPage } from '#shared/ui/find/find-page.tsx';
import { GroupPage } from '#shared/ui/group/group-page.tsx';
import { LinkWorkersPage } from '#shared/ui/link-workers-page.tsx';
import { builtPages } from './built-pages.ts';
import { htmlFaults } from './sound-html.ts';

const NOW = '2026-11-23T09:00:00.000Z';
const STATES = ['open', 'few', 'waiting_list', 'full', 'paused', 'unknown'] as const;
const WORDS = [
  'Meadow',
  'Harbour',
  'Lantern',
  'Orchard',
  'Thimble',
  'Willow',
  'Kettle',
  'Bramble',
  'Compass',
];

const uuid = (n: number) =>
  `1b4e28ba-2fa1-5${(n * 7919).toString(16).padStart(3, '0').slice(-3)}-8f1e-${(n * 2_654_435_761).toString(16).padStart(12, '0').slice(-12)}`;
const pick = <T,>(from: readonly [T, ...T[]] | readonly T[], n: number): T => {
  const chosen = from[n % from.length];
  if (chosen === undefined) throw new Error('Nothing to pick from');
  return chosen;
};
const name = (n: number) =>
  `${pick(WORDS, n)} ${pick(WORDS, n * 5 + 2)} ${pick(['club', 'circle', 'table', 'mornings'], n)}`;
const schedules = (n: number) => [
  { weekday: pick(['MO', 'TU', 'WE', 'TH', 'FR'], n), opensAt: '10:00', closesAt: '12:30' },
  { weekday: pick(['SA', 'SU'], n), opensAt: '14:00', closesAt: '16:00' },
];
const room = (n: number) => ({
  state: pick(STATES, n),
  places: n % 3 === 0 ? n : null,
  dropIn: n % 5 === 0,
  asOf: `2026-11-${String((n % 20) + 1).padStart(2, '0')}T09:00:00.000Z`,
});

const result = (_: unknown, n: number) => ({
  serviceId: uuid(n + 1),
  organizationId: uuid(n + 101),
  serviceName: name(n),
  organizationName: `${name(n + 3)} association`,
  kind: pick(ActivityKind.options, n),
  needs: [pick(Need.options, n), pick(Need.options, n + 4)],
  miles: n / 4,
  wardName: pick(['Fallowfield', 'Rusholme', 'Withington', 'Moss Side'], n),
  schedules: schedules(n),
  pence: (n % 4) * 150,
  room: room(n),
  referable: n % 3 !== 0,
  unclaimed: false,
  isNew: n % 4 === 1,
  reasons: [{ code: 'need', need: pick(Need.options, n) }, { code: 'near' }],
  lastReviewedAt: '2026-10-01T09:00:00.000Z',
});
const reply = SearchReply.parse({
  results: Array.from({ length: 20 }, result),
  total: 173,
  next: 'b2Zmc2V0PTIwJmhhc2g9YWJjZGVm',
  loosen: [{ drop: 'miles', results: 40, notSaid: 0 }],
  missing: null,
  now: NOW,
});
const answers = answersOf({ cell: 'gcw2j3', near: 'M14', need: ['company'] });

const template = (which: string) => builtPages().find(({ path }) => path === `template:${which}`)?.html ?? '';
const filled = (which: string, content: string) =>
  template(which)
    .replace('<!--slot:title-->', 'A title')
    .replace('<!--slot:main-->', () => content);

const found = filled(
  'find',
  renderToString(
    <FindPage answers={answers} helpers={[]} found={{ reply, offset: 0, previous: undefined }} />,
  ),
);
const group = filled(
  'group',
  renderToString(
    <GroupPage
      now={NOW}
      sought={{ cell: undefined, near: undefined, need: ['company'], day: [], stepFree: false }}
      group={PublicGroup.parse({
        id: uuid(101),
        name: name(1),
        description: 'Tools, soil and tea. Everyone is welcome.',
        legalForm: 'charity',
        charityNumber: null,
        website: 'https://example.org/',
        phone: { number: '0161 496 0007', bestTimes: 'Weekday mornings' },
        email: 'hello@group.example',
        safeguarding: {
          status: 'confirmed',
          tier: 1,
          confirmedAt: '2026-09-01T09:00:00.000Z',
          validUntil: '2027-09-01T09:00:00.000Z',
        },
        lastReviewedAt: '2026-10-01T09:00:00.000Z',
        services: [0, 1].map((n) => ({
          id: uuid(n + 1),
          organizationId: uuid(101),
          name: name(n),
          description: 'We dig and sow.',
          firstVisit: 'Ask for Sam at the gate.',
          kind: 'gardening',
          needs: ['company'],
          schedules: schedules(n),
          place: { name: 'The plots', address: '12 Moss Lane', postcode: 'M14 5RX', wardName: 'Fallowfield' },
          cost: { pence: 250, note: 'Tea included' },
          access: {
            stepFree: true,
            hearingLoop: null,
            quietSpace: false,
            bringSomeone: true,
            nearBusStop: true,
            toilets: true,
            languages: ['Urdu'],
          },
          eligibility: { minimumAge: 18, maximumAge: null, onlyFor: [] },
          tier: 1,
          exclusions: ['We cannot help with personal care.'],
          status: 'active',
          room: room(n),
          referable: true,
        })),
      })}
    />,
  ),
);

describe('the pages the public function fills', () => {
  it.each([
    ['twenty results', found],
    ['a group', group],
  ])('are sound HTML without inline style or script: %s', (_what, html) => {
    expect(htmlFaults(html)).toEqual([]);
    expect(html).not.toMatch(/\sstyle=|<style|<script(?![^>]*src=)|\son[a-z]+="/);
  });

  it('weigh no more than 15 KB for twenty results', () => {
    expect(found.match(/<article/g)).toHaveLength(20);
    expect(brotliCompressSync(Buffer.from(found)).length).toBeLessThanOrEqual(15_000);
  });

  it('say with each room when that was said', () => {
    expect(found.match(/room-tag__said/g)).toHaveLength(20);
  });
});

describe('how link workers are reached', () => {
  const page = (how: string | null) =>
    renderToString(<LinkWorkersPage reached={[{ council: 'Manchester', how }]} />);

  it('is a number to press where it is one, and words where it is not', () => {
    expect(page('0161 496 0103')).toContain('href="tel:01614960103"');
    expect(page('Ask at the desk of any GP surgery, or 0161 496 0103')).toContain('Ask at the desk');
    expect(page('Ask at the desk of any GP surgery, or 0161 496 0103')).not.toContain('tel:');
  });

  it('is what to do instead where nobody has said, and while nothing answers', () => {
    expect(page(null)).toContain(linkWorkers.unknown);
    expect(renderToString(<LinkWorkersPage reached={undefined} />)).toContain(linkWorkers.busy);
    expect(htmlFaults(page('0161 496 0103'))).toEqual([]);
  });
});

describe('the search form on a phone', () => {
  const form = (query: Parameters<typeof answersOf>[0]) =>
    renderToString(<FindPage answers={answersOf(query)} helpers={[]} />);

  it('stays folded once something is asked, so that the results come first', () => {
    expect(form({})).toMatch(/<details[^>]* open/);
    expect(form({ need: ['company'] })).not.toMatch(/<details[^>]* open/);
  });

  it('says near what only where there is a square to measure from', () => {
    const near = Outcode.parse('M14');
    expect(form({ near })).not.toContain('near M14');
    expect(form({ near, cell: Cell.parse('gcw2j3') })).toContain('near M14');
  });
});
