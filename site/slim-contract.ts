import { createRequire } from 'node:module';
import type { Plugin } from 'vite';
import type { Endpoint } from '../shared/api/endpoint.ts';
import { asCode } from './as-code.ts';
import { ruleOf } from './src/lib/rule-of.ts';

/**
 * Gives browsers the contract without what only the server needs. A page gets its routes as plain data: how
 * to ask, and whether anyone may (such an answer proves no session); no name, no schema. `contracts/` alone, loaded while somebody fills a form in, gets the rule of the
 * body too, made from its schema here (src/lib/rule-of.ts): the schema library stays at home. Replies,
 * states, rates and events stay with the server, which parses each reply before it leaves.
 */
const ROUTE = new Set(['method', 'path']);

/** What several routes may have in common: either makes an object part of them. */
const HOW = new Set(['method', 'path']);

const load = createRequire(import.meta.url);

const MARK = '?route';
const FORM = '?form';
/** These hold no routes. */
const NO_ROUTES = /\/api\/(fields|problem|endpoint)\.ts/;
const FILE = /\/shared\/(api|model)\/[^/]+\.ts(\?route)?$/;

type Node = { type: string; start: number; end: number; [name: string]: unknown };
type Cut = { start: number; end: number; text: string };

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
const nodes = (value: unknown): Node[] => (Array.isArray(value) ? value.filter(isNode) : []);
const named = (value: unknown): string => (isNode(value) ? String(value['name'] ?? '') : '');

/** The object a route is declared by: the argument of `endpoint`, or what several routes spread. */
function routeOf(init: Node): Node | undefined {
  const object = named(init['callee']) === 'endpoint' ? nodes(init['arguments'])[0] : init;
  const isRoute = nodes(object?.['properties']).some((entry) => HOW.has(named(entry['key'])));
  return isRoute || object !== init ? object : undefined;
}

const isForAnyone = (entry: Node): boolean =>
  named(entry['key']) === 'roles' && isNode(entry['value']) && entry['value']['value'] === 'anyone';

/** The entries of a route’s declaration that are not kept; spreads stay. */
const unneeded = (route: Node): Cut[] =>
  nodes(route['properties'])
    .filter((entry) => entry.type === 'Property' && !ROUTE.has(named(entry['key'])) && !isForAnyone(entry))
    .map(({ start, end }) => ({ start, end, text: '' }));

/** A call whose result nobody uses may be left out: schemas are built by calls without effects. */
const droppable = ({ start, end }: Node): Cut[] => [
  { start, end: start, text: '/* @__PURE__ */ (() => ' },
  { start: end, end, text: ')()' },
];

type Constant = { statement: Node; init: Node };

function constantsOf(statement: Node): Constant[] {
  const declared = statement.type === 'ExportNamedDeclaration' ? statement['declaration'] : statement;
  if (!isNode(declared) || declared.type !== 'VariableDeclaration') return [];
  return nodes(declared['declarations']).flatMap(({ init }) => (isNode(init) ? [{ statement, init }] : []));
}

/** The code between two places with the cuts in it made, the last one first so that places stay right. */
function cut(code: string, { start, end }: Node, cuts: readonly Cut[]): string {
  let text = code.slice(start, end);
  for (const one of cuts.toSorted((a, b) => b.start - a.start || b.end - a.end)) {
    const after = text.slice(one.end - start);
    // What follows a dropped entry is its comma.
    text =
      text.slice(0, one.start - start) + one.text + (one.text === '' ? after.replace(/^\s*,/, '') : after);
  }
  return text;
}

/** The routes of a contract module as plain data; `body` is its program as ESTree. */
export const routesOnly = (code: string, body: unknown): string =>
  nodes(body)
    .flatMap(constantsOf)
    .flatMap(({ statement, init }) => {
      const route = routeOf(init);
      return route === undefined ? [] : [cut(code, statement, unneeded(route))];
    })
    .concat('function endpoint(declared) { return declared; }')
    .join('\n');

/** A model with all its schemas, each of which may be left out where only a list of codes is asked for. */
export function modelOnly(code: string, program: Node): string {
  const cuts = nodes(program['body'])
    .flatMap(constantsOf)
    .flatMap(({ init }) => (init.type === 'CallExpression' ? droppable(init) : []));
  return cut(code, { ...program, start: 0, end: code.length }, cuts);
}

const isEndpoint = (value: unknown): value is Endpoint =>
  typeof value === 'object' && value !== null && 'boundary' in value && 'body' in value;

/** The code of a route with the rule of its body; nothing for a body that no form can carry. */
function formOf(name: string, { method, path, roles, body, form = body }: Endpoint): string[] {
  const open = roles === 'anyone' ? { roles } : {};
  try {
    return [`export const ${name} = ${asCode({ method, path, ...open, body: ruleOf(form) })};`];
  } catch {
    // The build of a form that asks for it fails, for there is nothing to import.
    return [];
  }
}

/** The routes of a contract module that change something, each with the rule of its body. */
export const formsOnly = (module: Readonly<Record<string, unknown>>): string =>
  Object.entries(module)
    .flatMap(([name, route]) => (isEndpoint(route) && route.method !== 'GET' ? formOf(name, route) : []))
    .join('\n');

// Without the defaults, which are schemas too.
const ENDPOINT = 'export const endpoint = (declared) => declared; export const Nothing = undefined;';
/** In a browser the rule is made already. */
const RULE_OF = 'export const ruleOf = (rule) => rule;';

/** Forms are judged by the rules of the API’s own schemas; everything else of it a page does without. */
export const slimContract = (): Plugin => ({
  name: 'slim-contract',
  enforce: 'post',
  applyToEnvironment: ({ name }) => name === 'client',
  resolveId: {
    order: 'pre',
    async handler(source, importer, options) {
      const isRoutes = source.includes('/api/') && !NO_ROUTES.test(source);
      if (importer === undefined || !isRoutes || /\/shared\//.test(importer)) return;
      const resolved = await this.resolve(source, importer, { ...options, skipSelf: true });
      if (resolved === null || !FILE.test(resolved.id)) return;
      return `${resolved.id}${/\/contracts\//.test(importer) ? FORM : MARK}`;
    },
  },
  load: {
    order: 'pre',
    // By `require`: what loaded this configuration no longer loads when the site is built.
    handler: (id) => (id.endsWith(FORM) ? formsOnly(load(id.slice(0, -FORM.length))) : null),
  },
  transform(code, id) {
    if (/\/shared\/api\/endpoint\.ts/.test(id)) return { code: ENDPOINT, map: null };
    if (/\/lib\/rule-of\.ts/.test(id)) return { code: RULE_OF, map: null };
    if (!FILE.test(id)) return null;
    const program = this.parse(code);
    return {
      code: id.endsWith(MARK) ? routesOnly(code, program.body) : modelOnly(code, { ...program }),
      map: null,
    };
  },
});
