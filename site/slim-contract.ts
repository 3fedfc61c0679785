import type { Plugin } from 'vite';

/**
 * What a page needs of a route: how to ask. `contracts/` alone, loaded while somebody fills a form in,
 * gets the schema of the body too. The rest (replies, states, rates, events) is the server's, which
 * parses each reply before it leaves.
 */
const ROUTE = ['id', 'method', 'path', 'roles'];
const KEPT = { route: new Set(ROUTE), contract: new Set([...ROUTE, 'body']) };
type Depth = keyof typeof KEPT;

const CONTRACT = /\/shared\/(api|model)\/[^/]+\.ts(\?route)?$/;
const MARK = '?route';

type Node = { type: string; start: number; end: number; [name: string]: unknown };
type Cut = { start: number; end: number; text: string };

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
const nodes = (value: unknown): Node[] => (Array.isArray(value) ? value.filter(isNode) : []);
const named = (value: unknown): string => (isNode(value) ? String(value['name'] ?? '') : '');

/** The entries of a route’s declaration that are not kept; spreads stay. */
const unneeded = (object: Node, depth: Depth): Cut[] =>
  nodes(object['properties'])
    .filter((entry) => entry.type === 'Property' && !KEPT[depth].has(named(entry['key'])))
    .map(({ start, end }) => ({ start, end, text: '' }));

const isRoute = (object: Node): boolean =>
  nodes(object['properties']).some((entry) => named(entry['key']) === 'method');

/** A call whose result nobody uses may be left out: schemas are built by calls without effects. */
const droppable = ({ start, end }: Node): Cut[] => [
  { start, end: start, text: '/* @__PURE__ */ (() => ' },
  { start: end, end, text: ')()' },
];

function cutsOf(value: Node, depth: Depth): Cut[] {
  if (value.type === 'ObjectExpression') return isRoute(value) ? unneeded(value, depth) : [];
  if (value.type !== 'CallExpression') return [];
  const [first] = nodes(value['arguments']);
  const isEndpoint = named(value['callee']) === 'endpoint' && first !== undefined;
  return [...droppable(value), ...(isEndpoint ? unneeded(first, depth) : [])];
}

function constants(statement: Node): Node[] {
  const declared = statement.type === 'ExportNamedDeclaration' ? statement['declaration'] : statement;
  if (!isNode(declared) || declared.type !== 'VariableDeclaration') return [];
  return nodes(declared['declarations']).flatMap(({ init }) => (isNode(init) ? [init] : []));
}

/** Cuts a contract module down for browsers; `body` is its program as ESTree. */
export function slim(code: string, body: unknown, depth: Depth): string {
  const cuts = nodes(body)
    .flatMap(constants)
    .flatMap((value) => cutsOf(value, depth));
  let rest = code;
  for (const { start, end, text } of cuts.sort((a, b) => b.start - a.start || b.end - a.end)) {
    // What follows a dropped entry is its comma.
    const comma = text === '' && /^\s*,/.test(rest.slice(end)) ? rest.indexOf(',', end) + 1 - end : 0;
    rest = rest.slice(0, start) + text + rest.slice(end + comma);
  }
  return rest;
}

// Without the defaults, which are schemas too.
const ENDPOINT = 'export const endpoint = (declared) => declared; export const Nothing = undefined;';

/** Gives browsers the contract without what only the server needs; forms keep the very schemas of the API. */
export const slimContract = (): Plugin => ({
  name: 'slim-contract',
  enforce: 'post',
  applyToEnvironment: ({ name }) => name === 'client',
  resolveId: {
    order: 'pre',
    async handler(source, importer, options) {
      if (importer === undefined || !source.includes('/api/') || /\/(contracts|shared)\//.test(importer))
        return;
      const resolved = await this.resolve(source, importer, { ...options, skipSelf: true });
      return resolved !== null && CONTRACT.test(resolved.id) ? `${resolved.id}${MARK}` : undefined;
    },
  },
  transform(code, id) {
    if (/\/shared\/api\/endpoint\.ts/.test(id)) return { code: ENDPOINT, map: null };
    if (!CONTRACT.test(id)) return null;
    const depth = id.endsWith(MARK) ? 'route' : 'contract';
    return { code: slim(code, this.parse(code).body, depth), map: null };
  },
});
