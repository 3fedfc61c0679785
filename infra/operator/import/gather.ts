import {
  type Candidate,
  GroupContent,
  type LeftOut,
  type LeftOutReason,
  ServiceContent,
  type Tally,
} from './candidate.ts';
import { type NeedsFinder, needsFinder, type OwnTerms } from './find-needs.ts';
import { pathText } from './json-text.ts';
import { type Fault, type Faults, isObjectNode, type Node, objectOf, textOf } from './node.ts';
import type { Places } from './places.ts';
import { plainText, shortened } from './plain-text.ts';
import { emailOf, phoneOf, readGroup, webAddress } from './read-group.ts';
import { readService } from './read-service.ts';
import { dayIn } from './read-times.ts';
import { type About, feedOf } from './shape.ts';

/** More services than the largest county has; a larger file is to be cut in two. */
export const MOST_SERVICES = 10_000;
/** How many activities a group may have, so that a change of all of them fits one transaction. */
export const MOST_OF_A_GROUP = 40;

/** What a file holds for us: groups to list, rows left out, and what is wrong with it. */
export type Gathered = {
  about: About;
  services: number;
  candidates: Candidate[];
  leftOut: LeftOut[];
  faults: Fault[];
  tally: Tally;
};
export type Gathering = { places: Places; ownTerms: OwnTerms; leaveOutBroken: boolean };

type Gatherer = {
  given: Gathering;
  finder: NeedsFinder;
  gathered: Gathered;
  groups: Map<string, GroupContent | undefined>;
  candidates: Map<string, Candidate>;
  seen: Set<string>;
};

/** Reads what a JSON value says of groups and their activities. It never throws, whatever the value. */
export function gather(value: unknown, given: Gathering): Gathered {
  const faults: Faults = [];
  const { about, services } = feedOf(value, faults);
  const tally = { unknownTerms: new Map<string, number>(), personal: 0 };
  const gathered = { about, services: services.length, candidates: [], leftOut: [], faults, tally };
  if (services.length > MOST_SERVICES) {
    faults.push({
      path: [],
      text: `it holds ${services.length} services, more than ${MOST_SERVICES}: cut it in two`,
    });
    return gathered;
  }
  const gatherer: Gatherer = {
    given,
    finder: needsFinder(given.ownTerms),
    gathered,
    groups: new Map(),
    candidates: new Map(),
    seen: new Set(),
  };
  for (const service of services) gatherService(gatherer, service);
  return { ...gathered, candidates: [...gatherer.candidates.values()] };
}

const nameOf = (service: Node): string =>
  shortened(plainText(textOf(service, 'name', []) ?? '(no name)'), 80);

function gatherService(gatherer: Gatherer, service: Node): void {
  const { gathered, given } = gatherer;
  const faults: Faults = [];
  const out = (reason: LeftOutReason, detail = '') =>
    gathered.leftOut.push({ path: service.path, name: nameOf(service), reason, detail });
  const keepIt = readRow(gatherer, service, { faults, out });
  const [first] = faults;
  if (first === undefined) keepIt();
  else if (given.leaveOutBroken) out('broken', `${pathText(first.path)}: ${first.text}`);
  else gathered.faults.push(...faults);
}

type Row = { faults: Faults; out: (reason: LeftOutReason, detail?: string) => void };
const NOTHING = () => undefined;

/** Reads one row; answers what keeps it, to be done only when nothing is wrong with it. */
function readRow(gatherer: Gatherer, service: Node, { faults, out }: Row): () => void {
  const { finder, gathered, given, seen } = gatherer;
  if (!isObjectNode(service)) {
    faults.push({ path: service.path, text: 'this must be an object: a service' });
    return NOTHING;
  }
  const id = textOf(service, 'id', faults);
  const organization = objectOf(service, 'organization', faults);
  const { tally } = gathered;
  const read = readService(service, { places: given.places, finder, tally, faults });
  if (id !== null && seen.has(id)) return () => out('twice');
  if (organization === undefined) return () => out('no_group');
  const group = groupOf(gatherer, organization, faults);
  if (group === undefined) return () => out('no_group');
  return () => {
    if (id !== null) seen.add(id);
    gathered.leftOut.push(...read.leftOut);
    const content = withServiceContact(group.content, service, tally);
    for (const listed of read.listed) {
      const fits = ServiceContent.safeParse(listed.content);
      if (!fits.success) out('broken', fits.error.issues[0]?.message ?? '');
      else {
        const whole = { ...listed, content: fits.data };
        keep(gatherer, { group: { ...group, content }, organization, service }, whole, out);
      }
    }
  };
}

type Group = { sourceId: string; content: GroupContent };

/** The group of a row, read once however many services it has. */
function groupOf({ groups, gathered }: Gatherer, organization: Node, faults: Faults): Group | undefined {
  const name = textOf(organization, 'name', []);
  const sourceId = (textOf(organization, 'id', faults) ?? `named ${name ?? ''}`).slice(0, 200);
  if (!groups.has(sourceId)) {
    const content = readGroup(organization, faults, gathered.tally);
    const fits = content !== undefined && GroupContent.safeParse(content).success;
    groups.set(sourceId, fits ? content : undefined);
  }
  const content = groups.get(sourceId);
  return content && { sourceId, content };
}

/** What a group does not say itself is taken from its service. */
function withServiceContact(content: GroupContent, service: Node, tally: Tally): GroupContent {
  const number = phoneOf(service, [], tally);
  const email = emailOf(service, [], tally);
  const isSilent = content.phone.number === '' && number !== null;
  return {
    ...content,
    ...(isSilent && { phone: { number, bestTimes: '', shownTo: 'public' as const } }),
    email: content.email ?? email,
    website: content.website ?? webAddress(textOf(service, 'url', [])),
  };
}

type From = { group: Group; organization: Node; service: Node };

function keep(
  { candidates }: Gatherer,
  { group, organization, service }: From,
  listed: Candidate['services'][number],
  out: Row['out'],
): void {
  const { area } = listed;
  const key = `${area} ${group.sourceId}`;
  const before: Candidate = candidates.get(key) ?? {
    ...group,
    path: organization.path,
    area,
    services: [],
    reviewedAt: null,
  };
  if (before.services.length >= MOST_OF_A_GROUP) {
    out('too_many', String(MOST_OF_A_GROUP));
    return;
  }
  const content = {
    ...before.content,
    phone: before.content.phone.number === '' ? group.content.phone : before.content.phone,
    email: before.content.email ?? group.content.email,
    website: before.content.website ?? group.content.website,
  };
  const days = ['assured_date', 'last_modified'].flatMap((name) => dayIn(textOf(service, name, [])) ?? []);
  const newest = [...days, ...(before.reviewedAt === null ? [] : [before.reviewedAt])].sort().at(-1) ?? null;
  candidates.set(key, { ...before, content, services: [...before.services, listed], reviewedAt: newest });
}
