import { parse } from 'vite';

/* Tables of words as the build takes them apart: each word a constant of its own (words-used.ts says why). */

export type Node = { type: string; start: number; end: number; [name: string]: unknown };
export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
export const nodes = (value: unknown): Node[] => (Array.isArray(value) ? value.filter(isNode) : []);
export const child = (node: Node, name: string): Node | undefined => {
  const value = node[name];
  return isNode(value) ? value : undefined;
};
export const nameOf = (node: Node | undefined): string => String(node?.['name'] ?? node?.['value'] ?? '');

/** A value without what is only said to the compiler. */
const plain = (node: Node | undefined): Node | undefined =>
  node !== undefined && /^TS(As|Satisfies)Expression$/.test(node.type)
    ? plain(child(node, 'expression'))
    : node;

export type Word = { path: string[]; value: Node; inner: Word[] };

/** The words of an object with nothing but plain names in it; undefined for any other value. */
function wordsOf(node: Node | undefined, path: string[]): Word[] | undefined {
  if (node?.type !== 'ObjectExpression') return undefined;
  const entries = nodes(node['properties']);
  const isTable = entries.every(
    (entry) =>
      entry.type === 'Property' &&
      entry['computed'] === false &&
      entry['shorthand'] === false &&
      entry['method'] === false &&
      /^[a-zA-Z_]\w*$/.test(nameOf(child(entry, 'key'))),
  );
  if (!isTable || entries.length === 0) return undefined;
  return entries.flatMap((entry) => {
    const value = plain(child(entry, 'value'));
    if (value === undefined) return [];
    const at = [...path, nameOf(child(entry, 'key'))];
    return [{ path: at, value, inner: wordsOf(value, at) ?? [] }];
  });
}

export type Table = { name: string; init: Node; words: Word[] };

/** The tables that a module exports. */
export function tablesOf(body: readonly Node[]): Table[] {
  return body
    .filter(({ type }) => type === 'ExportNamedDeclaration')
    .flatMap((statement) => nodes(child(statement, 'declaration')?.['declarations']))
    .flatMap((declared) => {
      const init = plain(child(declared, 'init'));
      const name = nameOf(child(declared, 'id'));
      const words = wordsOf(init, [name]);
      return init === undefined || words === undefined ? [] : [{ name, init, words }];
    });
}

export const joined = (path: readonly string[]): string => path.join('$');

export const programOf = async (id: string, code: string): Promise<Node[]> => {
  const { program } = await parse(id, code, { lang: id.endsWith('x') ? 'tsx' : 'ts' });
  return nodes(program.body);
};

/** The constants a table is made of, innermost first, and the table as an object of them. */
function taken(code: string, words: readonly Word[]): { constants: string; object: string } {
  let constants = '';
  const entries = words.map(({ path, value, inner }) => {
    const within = taken(code, inner);
    const made = inner.length > 0 ? within.object : code.slice(value.start, value.end);
    constants += `${within.constants}export const ${joined(path)} = ${made};\n`;
    return `${path.at(-1)}: ${joined(path)}`;
  });
  return { constants, object: `{ ${entries.join(', ')} }` };
}

export type Cut = { start: number; end: number; text: string };
export const changed = (code: string, cuts: readonly Cut[]): string =>
  cuts
    .toSorted((a, b) => b.start - a.start)
    .reduce((text, { start, end, text: put }) => text.slice(0, start) + put + text.slice(end), code);

/** A module of tables with a constant for each word, before the statement that makes the table. */
export async function wordByWord(id: string, code: string): Promise<string> {
  const body = await programOf(id, code);
  const cuts = body.flatMap((statement) =>
    tablesOf([statement]).flatMap(({ init, words }) => {
      const { constants, object } = taken(code, words);
      return [
        { start: statement.start, end: statement.start, text: constants },
        { start: init.start, end: init.end, text: object },
      ];
    }),
  );
  return changed(code, cuts);
}
