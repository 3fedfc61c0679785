import { elements, type Faults, isObjectNode, type Node, textOf } from './node.ts';

/** A feed of tables: each table's rows by the table's name, in the singular. */
export type Tables = ReadonlyMap<string, readonly Node[]>;

const TABLES = [
  'organization',
  'service',
  'service_at_location',
  'location',
  'address',
  'phone',
  'contact',
  'schedule',
  'cost_option',
  'attribute',
  'taxonomy_term',
  'accessibility',
  'language',
  'organization_identifier',
] as const;
type TableName = (typeof TABLES)[number];

const PLURALS: Readonly<Record<string, TableName>> = {
  addresses: 'address',
  accessibility_for_disabilities: 'accessibility',
  accessibilities: 'accessibility',
  services_at_location: 'service_at_location',
};

/** The table a name stands for, in the singular or plural and in either spelling; undefined for any other. */
export function tableNamed(name: string): TableName | undefined {
  const plain = name
    .toLowerCase()
    .replace(/organis/g, 'organiz')
    .replaceAll('-', '_');
  const known = Object.hasOwn(PLURALS, plain) ? PLURALS[plain] : undefined;
  return known ?? TABLES.find((table) => plain === table || plain === `${table}s`);
}

/** Reads the rows of each table; a row that is no object is a fault. */
export function tablesOf(named: readonly (readonly [string, Node])[], faults: Faults): Tables {
  const tables = new Map<string, Node[]>();
  for (const [name, node] of named) {
    const table = tableNamed(name);
    if (table === undefined) continue;
    if (!Array.isArray(node.value)) faults.push({ path: node.path, text: 'this must be a list of rows' });
    const rows = elements(node).filter((row) => {
      if (!isObjectNode(row)) faults.push({ path: row.path, text: 'this must be an object' });
      return isObjectNode(row);
    });
    tables.set(table, [...(tables.get(table) ?? []), ...rows]);
  }
  return tables;
}

/** Rows of a table by the id they give in one of some columns. */
function index(
  tables: Tables,
  table: TableName,
  columns: readonly string[],
  faults: Faults,
): Map<string, Node[]> {
  const rows = new Map<string, Node[]>();
  for (const row of tables.get(table) ?? []) {
    const id = columns.map((column) => textOf(row, column, faults)).find((value) => value !== null);
    if (id !== undefined && id !== null) rows.set(id, [...(rows.get(id) ?? []), row]);
  }
  return rows;
}

/**
 * The services of a feed of tables, with everything other tables say of them joined to them, so that they
 * read as nested ones do.
 */
export function servicesOfTables(tables: Tables, faults: Faults): Node[] {
  const by = (table: TableName, ...columns: string[]) => index(tables, table, columns, faults);
  const terms = by('taxonomy_term', 'id');
  const withTerm = (rows: readonly Node[]): Node[] =>
    rows.map((row) => ({
      ...row,
      joined: { taxonomy_term: terms.get(textOf(row, 'taxonomy_term_id', faults) ?? '') ?? [] },
    }));
  const addresses = by('address', 'location_id');
  const accessibility = by('accessibility', 'location_id');
  const locations = new Map(
    [...by('location', 'id')].map(([id, [first, ...rest]]) => [
      id,
      [first, ...rest].flatMap((row) =>
        row === undefined
          ? []
          : [
              {
                ...row,
                joined: { addresses: addresses.get(id) ?? [], accessibility: accessibility.get(id) ?? [] },
              },
            ],
      ),
    ]),
  );
  const linkTimes = by('schedule', 'service_at_location_id');
  const links = new Map(
    [...by('service_at_location', 'service_id')].map(([id, rows]) => [
      id,
      rows.map((row) => {
        const joined: Record<string, Node[]> = {
          schedules: linkTimes.get(textOf(row, 'id', faults) ?? '') ?? [],
          location: locations.get(textOf(row, 'location_id', faults) ?? '') ?? [],
        };
        return { ...row, joined };
      }),
    ]),
  );
  const phones = by('phone', 'organization_id');
  const contacts = by('contact', 'organization_id');
  const identifiers = by('organization_identifier', 'organization_id');
  const groups = new Map(
    [...by('organization', 'id')].map(([id, rows]) => [
      id,
      rows.slice(0, 1).map((row) => ({
        ...row,
        joined: {
          phones: phones.get(id) ?? [],
          contacts: contacts.get(id) ?? [],
          organization_identifiers: identifiers.get(id) ?? [],
        },
      })),
    ]),
  );
  const schedules = by('schedule', 'service_id');
  const costs = by('cost_option', 'service_id');
  const servicePhones = by('phone', 'service_id');
  const attributes = by('attribute', 'link_id', 'service_id');
  const languages = by('language', 'service_id');
  return (tables.get('service') ?? []).map((row) => {
    const id = textOf(row, 'id', faults) ?? '';
    const joined = {
      organization: groups.get(textOf(row, 'organization_id', faults) ?? '') ?? [],
      service_at_locations: links.get(id) ?? [],
      schedules: schedules.get(id) ?? [],
      cost_options: costs.get(id) ?? [],
      phones: servicePhones.get(id) ?? [],
      attributes: withTerm(attributes.get(id) ?? []),
      languages: languages.get(id) ?? [],
    };
    return { ...row, joined };
  });
}
