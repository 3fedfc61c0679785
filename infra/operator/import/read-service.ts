import type { Place, Service } from '#shared/model/service.ts';
import type { LeftOut, ServiceCandidate, ServiceContent, Tally } from './candidate.ts';
import type { Meaning, NeedsFinder } from './find-needs.ts';
import type { Path } from './json-text.ts';
import { type Faults, listOf, type Node, objectOf, textOf } from './node.ts';
import type { Places } from './places.ts';
import { plainText, shortened } from './plain-text.ts';
import { readAccess, readEligibility } from './read-access.ts';
import { readCost } from './read-cost.ts';
import { publicText } from './read-group.ts';
import { readPlace } from './read-place.ts';
import { readTimes } from './read-times.ts';

/** A service at more places than this is listed at the first ones. */
const MOST_PLACES = 20;

export type Reading = { places: Places; finder: NeedsFinder; tally: Tally; faults: Faults };
export type ReadService = { listed: ServiceCandidate[]; leftOut: LeftOut[] };

const STATUS = new Map<string, Service['status']>([
  ['active', 'active'],
  ['temporarily closed', 'temporarily_closed'],
]);

/** The names of the terms of a service, each once. */
export function termsOf(service: Node, faults: Faults): string[] {
  const terms = listOf(service, 'attributes', faults).flatMap((attribute) => {
    const term = objectOf(attribute, 'taxonomy_term', faults);
    return (term && (textOf(term, 'name', faults) ?? textOf(term, 'term', faults))) ?? [];
  });
  return [...new Set(terms.map(plainText))].filter(Boolean);
}

/** What happens there, in words: the description, with what has no field of its own here. */
function descriptionOf(service: Node, extra: readonly string[], { faults, tally }: Reading): string {
  const said = textOf(service, 'description', faults) ?? textOf(service, 'name', faults) ?? '';
  const whom = textOf(service, 'eligibility_description', faults);
  const parts = [said, ...(whom === null ? [] : [`For: ${whom}`]), ...extra.map((times) => `When: ${times}`)];
  const sentences = parts.map((part) => plainText(part).replace(/(?<![.!?…])$/, '.'));
  return publicText(sentences.join(' '), 600, tally);
}

type At = { location: Node; key: string; times: Node };

/** Where a service happens: each place with what tells it apart, and the node that has its times. */
function placesOf(service: Node, faults: Faults): At[] {
  const at = listOf(service, 'service_at_locations', faults).flatMap((link) => {
    const location = objectOf(link, 'location', faults);
    if (location === undefined) return [];
    const times = listOf(link, 'schedules', faults).length > 0 ? link : service;
    return { location, times, key: textOf(location, 'id', faults) ?? textOf(link, 'id', faults) ?? '' };
  });
  const own = listOf(service, 'locations', faults).map((location) => ({
    location,
    times: service,
    key: textOf(location, 'id', faults) ?? '',
  }));
  const keyed = [...at, ...own].map((one, index) => ({ ...one, key: one.key || `place ${index + 1}` }));
  return [...new Map(keyed.map((one) => [one.key, one])).values()].slice(0, MOST_PLACES);
}

const PRIVATE = /\brefuge\b|domestic (?:abuse|violence)|sexual violence|trafficking/i;

type Named = { id: string; name: string };

/** The id and the name every service must have; without them it is a fault. */
function namedOf(service: Node, faults: Faults): Named | undefined {
  const id = textOf(service, 'id', faults);
  const name = textOf(service, 'name', faults);
  const isNamed = name !== null && plainText(name) !== '';
  if (id === null) faults.push({ path: [...service.path, 'id'], text: 'a service must have an id' });
  if (!isNamed) faults.push({ path: [...service.path, 'name'], text: 'a service must have a name' });
  return id !== null && isNamed ? { id, name } : undefined;
}

type Told = { named: Named; status: Service['status']; terms: readonly string[]; meaning: Meaning };

/** One listing: the service at one of its places. */
function contentAt(service: Node, at: At & { place: Place }, told: Told, reading: Reading): ServiceContent {
  const { faults, tally } = reading;
  const { schedules, inWords } = readTimes(at.times, faults);
  const description = descriptionOf(service, inWords, reading);
  const { named, status, terms, meaning } = told;
  return {
    name: publicText(named.name, 100, tally),
    description,
    ...meaning,
    schedules,
    place: at.place,
    cost: readCost(service, faults),
    access: readAccess([at.location, service], service, faults),
    eligibility: readEligibility(service, `${terms.join(' ')} ${named.name} ${description}`, faults),
    status,
  };
}

/** What a service does and helps with; terms no rule knows are counted. */
function meaningOf(service: Node, words: readonly string[], { faults, finder, tally }: Reading) {
  const terms = termsOf(service, faults);
  for (const term of terms.filter((one) => !finder.isKnown(one)))
    tally.unknownTerms.set(term, (tally.unknownTerms.get(term) ?? 0) + 1);
  return { terms, meaning: finder.meaningOf({ terms, words }) };
}

/**
 * Reads a service into one listing a place. Without an id or a name it is a fault; what cannot be listed
 * is left out with its reason. Places of services about safety show their ward alone.
 */
export function readService(service: Node, reading: Reading): ReadService {
  const { faults, places } = reading;
  const named = namedOf(service, faults);
  if (named === undefined) return { listed: [], leftOut: [] };
  const name = shortened(plainText(named.name), 80);
  const out = (path: Path, reason: LeftOut['reason'], detail = ''): LeftOut => ({
    path,
    name,
    reason,
    detail,
  });
  const said = textOf(service, 'status', faults) ?? 'active';
  const status = STATUS.get(said.toLowerCase().replaceAll('_', ' '));
  if (status === undefined)
    return { listed: [], leftOut: [out(service.path, 'not_running', shortened(said, 40))] };
  const words = [named.name, textOf(service, 'description', faults) ?? ''].map(plainText);
  const { terms, meaning } = meaningOf(service, words, reading);
  if (meaning === undefined)
    return { listed: [], leftOut: [out(service.path, 'no_need', terms.slice(0, 3).join(', '))] };
  const all = placesOf(service, faults);
  const masked = meaning.needs.includes('safety') || PRIVATE.test(words.join(' '));
  const leftOut = all.length === 0 ? [out(service.path, 'no_place')] : [];
  const listed: ServiceCandidate[] = [];
  for (const at of all) {
    const read = readPlace(at.location, { places, masked }, faults);
    if (!read.ok) {
      leftOut.push(out(at.location.path, read.reason, read.detail));
      continue;
    }
    const { place, area } = read;
    const content = contentAt(service, { ...at, place }, { named, status, terms, meaning }, reading);
    listed.push({ sourceId: `${named.id} ${at.key}`, path: service.path, area, content });
  }
  return { listed, leftOut };
}
