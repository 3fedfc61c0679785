import { child, elements, type Faults, isObjectNode, type Node, numberOf, textOf } from './node.ts';
import { plainText } from './plain-text.ts';
import { servicesOfTables, tableNamed, tablesOf } from './tables.ts';

/** What the file says of itself. `total`: how many services it says there are, where it holds a page of them. */
export type About = { name: string | null; url: string | null; licence: string | null; total: number | null };

/** The services of a file, whatever shape it has; each with its organization below `organization`. */
export type Feed = { about: About; services: Node[] };

const isList = (node: Node): boolean => Array.isArray(node.value);
const listAt = (node: Node, ...names: string[]): Node | undefined =>
  names.flatMap((name) => child(node, name) ?? []).find(isList);

/** A list that holds services, organizations with theirs, or pages of either. */
function servicesIn(list: Node, faults: Faults): Node[] {
  return elements(list).flatMap((one) => {
    if (!isObjectNode(one)) {
      faults.push({ path: one.path, text: 'this must be an object: a service, an organization or a page' });
      return [];
    }
    const page = listAt(one, 'contents', 'content');
    if (page !== undefined) return servicesIn(page, faults);
    const services = listAt(one, 'services');
    if (services === undefined) return [one];
    return elements(services).map((service) => ({ ...service, joined: { organization: [one] } }));
  });
}

/** The tables of an object or of the resources of a data package; undefined when it has none. */
function tablesIn(root: Node, faults: Faults): Node[] | undefined {
  const resources = listAt(root, 'resources');
  if (resources !== undefined) {
    const named = elements(resources).map(
      (one) => [textOf(one, 'name', faults) ?? '', child(one, 'data'), one] as const,
    );
    for (const [name, data, one] of named)
      if (tableNamed(name) !== undefined && data === undefined)
        faults.push({
          path: one.path,
          text: 'this names another file: put the rows into this one, below data',
        });
    return servicesOfTables(
      tablesOf(
        named.flatMap(([name, data]) => (data === undefined ? [] : [[name, data] as const])),
        faults,
      ),
      faults,
    );
  }
  const names = Object.keys(Object(root.value)).filter((name) => tableNamed(name) !== undefined);
  const isTables = names.length > 1 && names.some((name) => tableNamed(name) === 'service');
  if (!isTables) return undefined;
  const named = names.flatMap((name) => {
    const node = child(root, name);
    return node === undefined ? [] : [[name, node] as const];
  });
  return servicesOfTables(tablesOf(named, faults), faults);
}

function aboutOf(root: Node, faults: Faults): About {
  const of = (node: Node | undefined, ...names: string[]) =>
    names.map((name) => node && textOf(node, name, [])).find((text) => text !== null && text !== undefined) ??
    null;
  const publisher = child(root, 'publisher');
  const isNamed = isObjectNode(root) && !listAt(root, 'services');
  const [licence] = elements(child(root, 'licenses') ?? { value: [], path: [] });
  return {
    name:
      plainText(of(publisher, 'name') ?? (isNamed ? of(root, 'title', 'publisher') : null) ?? '').slice(
        0,
        120,
      ) || null,
    url: of(publisher, 'website', 'url') ?? (isNamed ? of(root, 'homepage', 'profile_url') : null),
    licence: of(licence, 'title', 'name', 'path') ?? of(root, 'license', 'licence'),
    total: isObjectNode(root) ? numberOf(root, 'total_items', faults) : null,
  };
}

const NOT_A_FEED =
  'this is no list of services: a page of an Open Referral UK feed has them below contents, a bulk file is a list, a data package has tables';

/** The lists of an object that is no single service and has no tables; faults where there are none. */
function listsIn(root: Node, faults: Faults): Node[] {
  const lists = ['contents', 'content', 'services', 'organizations', 'organisations'].flatMap(
    (name) => child(root, name) ?? [],
  );
  if (lists.length === 0) faults.push({ path: [], text: NOT_A_FEED });
  for (const list of lists) if (!isList(list)) faults.push({ path: list.path, text: 'this must be a list' });
  return lists;
}

/** A single object was put into a list to be read: its paths begin at the object itself. */
const withoutZero = (node: Node): Node => ({ ...node, path: node.path.slice(1) });

function servicesOf(root: Node, faults: Faults): Node[] {
  if (isList(root)) return servicesIn(root, faults);
  if (!isObjectNode(root)) {
    faults.push({ path: [], text: NOT_A_FEED });
    return [];
  }
  const isOne = child(root, 'id') !== undefined && child(root, 'name') !== undefined;
  if (isOne) return servicesIn({ value: [root.value], path: [] }, faults).map(withoutZero);
  return tablesIn(root, faults) ?? listsIn(root, faults).flatMap((list) => servicesIn(list, faults));
}

/** Finds the services of a file: one page, several, a list, organizations with services, one service, or tables. */
export function feedOf(value: unknown, faults: Faults): Feed {
  const root: Node = { value, path: [] };
  return { about: aboutOf(root, faults), services: servicesOf(root, faults) };
}
