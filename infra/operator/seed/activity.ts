import { type Capacity, CapacityState } from '#shared/model/capacity.ts';
import type { Day, Instant } from '#shared/model/dates.ts';
import { type OrganizationId, ServiceId } from '#shared/model/ids.ts';
import type { ActivityKind } from '#shared/model/need.ts';
import type { Tier } from '#shared/model/safeguarding.ts';
import {
  type Access,
  type Eligibility,
  type Place,
  type Schedule,
  Service,
  Weekday,
} from '#shared/model/service.ts';
import { type Chance, seededId } from './chance.ts';
import { dayAfter, daysBefore } from './moments.ts';
import { EXCLUSIONS, FIRST_VISITS, KINDS } from './words.ts';

/** Yes, no, or not said: half the groups have not said most things, as in life. */
const perhaps = (draw: Chance, yes: number): boolean | null => {
  const answer = draw.weighted({ yes, no: 0.15, silent: 0.85 - yes });
  return answer === 'silent' ? null : answer === 'yes';
};

function accessOf(draw: Chance): Access {
  return {
    stepFree: perhaps(draw, 0.5),
    hearingLoop: perhaps(draw, 0.15),
    quietSpace: perhaps(draw, 0.25),
    bringSomeone: perhaps(draw, 0.5),
    nearBusStop: perhaps(draw, 0.45),
    toilets: perhaps(draw, 0.6),
    languages: draw.often(0.2)
      ? draw.some(['Urdu', 'Polish', 'Arabic', 'Somali', 'Welsh', 'British Sign Language'], draw.whole(1, 2))
      : [],
  };
}

function schedulesOf(draw: Chance, today: Instant): Schedule[] {
  const days = draw.some(
    Weekday.options,
    Number(draw.weighted({ '0': 0.06, '1': 0.66, '2': 0.2, '3': 0.08 })),
  );
  const terms: { validFrom?: Day; validTo?: Day } = draw.often(0.15)
    ? { validFrom: dayAfter(today, -draw.whole(20, 60)), validTo: dayAfter(today, draw.whole(20, 90)) }
    : {};
  const starts = draw.weighted({ '09': 1, '10': 4, '11': 2, '13': 3, '14': 3, '17': 1, '18': 2, '19': 1 });
  const ends = String(Number(starts) + draw.whole(1, 2)).padStart(2, '0');
  return Weekday.options
    .filter((weekday) => days.includes(weekday))
    .map((weekday) => ({ weekday, opensAt: `${starts}:00`, closesAt: `${ends}:30`, ...terms }));
}

function eligibilityOf(draw: Chance): Eligibility {
  const ages = draw.weighted({ any: 0.5, adults: 0.3, older: 0.12, young: 0.08 });
  const age = {
    any: [null, null],
    adults: [18, null],
    older: [draw.one([50, 55, 65]), null],
    young: [16, 25],
  } as const;
  const [minimumAge, maximumAge] = age[ages];
  const only = draw.weighted({
    all: 0.82,
    women: 0.07,
    men: 0.04,
    lgbtq: 0.03,
    carers: 0.02,
    faith_or_culture: 0.02,
  });
  return { minimumAge, maximumAge, onlyFor: only === 'all' ? [] : [only] };
}

function costOf(draw: Chance): Service['cost'] {
  const pence = Number(
    draw.weighted({ '0': 0.6, '100': 0.08, '200': 0.12, '300': 0.1, '450': 0.06, '800': 0.04 }),
  );
  const note =
    pence === 0 ? draw.one(['', 'Tea and biscuits included', 'Donations welcome, never asked for']) : '';
  return {
    pence,
    note: note || (pence > 0 ? draw.one(['Covers the room', 'Includes lunch', 'First time free']) : ''),
  };
}

/** One activity of a group, drawn for its kind. */
export function activityOf(
  draw: Chance,
  given: {
    organizationId: OrganizationId;
    name: string;
    kind: ActivityKind;
    tier: Tier;
    place: Place;
    now: Instant;
  },
): Service {
  const kind = KINDS[given.kind];
  return Service.parse({
    id: ServiceId.parse(seededId(`service ${given.name}`)),
    organizationId: given.organizationId,
    name: draw.one(kind.activities),
    description: draw.one(kind.what),
    firstVisit: draw.one(FIRST_VISITS),
    kind: given.kind,
    needs: draw.some(kind.needs, draw.whole(1, Math.min(3, kind.needs.length))),
    schedules: schedulesOf(draw, given.now),
    place: given.place,
    cost: costOf(draw),
    access: accessOf(draw),
    eligibility: eligibilityOf(draw),
    tier: given.tier,
    exclusions: draw.some(EXCLUSIONS, draw.whole(0, 2)),
    status: draw.weighted({ active: 0.94, temporarily_closed: 0.04, closed: 0.02 }),
  });
}

/** What its group last said about room: in numbers, in words, long ago, or never. */
export function roomOf(draw: Chance, now: Instant): Capacity | null {
  const way = draw.weighted({ never: 0.16, stale: 0.16, dropIn: 0.14, numbers: 0.24, words: 0.3 });
  if (way === 'never') return null;
  const asOf = daysBefore(now, way === 'stale' ? draw.whole(40, 200) : draw.whole(0, 22) + draw.next());
  const goodUntil = daysBefore(asOf, -30);
  if (way === 'dropIn') return { state: 'open', places: null, dropIn: true, asOf, goodUntil };
  const state = CapacityState.parse(draw.weighted({ open: 5, few: 3, waiting_list: 2, full: 2, paused: 1 }));
  const taking = state === 'open' || state === 'few';
  const places =
    way === 'numbers' && taking ? draw.whole(state === 'few' ? 1 : 4, state === 'few' ? 3 : 15) : null;
  return { state, places, dropIn: false, asOf, goodUntil };
}
