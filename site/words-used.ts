import { readFile } from 'node:fs/promises';
import type { Plugin } from 'vite';
import {
  type Cut,
  changed,
  child,
  isNode,
  joined,
  type Node,
  nameOf,
  nodes,
  programOf,
  type Table,
  tablesOf,
  type Word,
  wordByWord,
} from './word-tables.ts';

/*
 * A table of words (`shared/text`) would come whole to each page that says one of them. Here each word
 * becomes an export of its own, and whoever says `words.check.title` imports that word alone: what a page
 * never says is left out like any other unused code. A table that is used as a whole comes whole.
 */

const TABLES = /\/shared\/text\/en\/[\w-]+\.ts$/;
const SAYS = /\/(site\/src|shared\/(ui|text))\/.*\.tsx?$/;

type Place = { node: Node; parents: Node[] };

function* every(node: Node, parents: Node[] = []): Generator<Place> {
  yield { node, parents };
  for (const value of Object.values(node)) {
    for (const inner of Array.isArray(value) ? nodes(value) : isNode(value) ? [value] : []) {
      yield* every(inner, [node, ...parents]);
    }
  }
}

/** Whether an identifier is only a name in its place (`a.words`, `{ words: … }`), not the value itself. */
const isNameOnly = (node: Node, parent: Node | undefined): boolean =>
  (parent?.type === 'MemberExpression' && parent['property'] === node && parent['computed'] === false) ||
  (parent?.type === 'Property' &&
    parent['key'] === node &&
    parent['computed'] === false &&
    parent['shorthand'] === false) ||
  parent?.type === 'JSXAttribute';

type Path = { word: Word; span: Node };

/** The longest path of words that starts at an identifier, and the expression it spans. */
function pathAt({ node, parents }: Place, words: readonly Word[]): Path | undefined {
  let at: Path | undefined;
  let inner = words;
  let before = node;
  for (const parent of parents) {
    if (parent.type !== 'MemberExpression' || parent['object'] !== before || parent['computed'] === true)
      break;
    const word = inner.find(({ path }) => path.at(-1) === nameOf(child(parent, 'property')));
    if (word === undefined) break;
    at = { word, span: parent };
    inner = word.inner;
    before = parent;
  }
  return at;
}

type Said = { cuts: Cut[]; imports: Set<string> };

/** `const words = table.part;` at the top of a module: the name and the statement. */
function aliasOf(span: Node, body: readonly Node[]): { name: string; statement: Node } | undefined {
  const statement = body.find(
    (one) =>
      one.type === 'VariableDeclaration' && child(nodes(one['declarations'])[0] ?? one, 'init') === span,
  );
  const [declared] = nodes(statement?.['declarations']);
  return statement === undefined || declared === undefined
    ? undefined
    : { name: nameOf(child(declared, 'id')), statement };
}

/** What stands instead of each use of a table, and the words imported for it; undefined when it is used whole. */
function saidOf(local: string, words: readonly Word[], body: readonly Node[], but: Node): Said | undefined {
  const parts = body
    .filter((one) => one !== but)
    .flatMap((one) => [...every(one)])
    .filter(
      ({ node, parents }) =>
        node.type === 'Identifier' && nameOf(node) === local && !isNameOnly(node, parents[0]),
    )
    .map((place) => partOf(pathAt(place, words), body));
  return parts.every((part) => part !== undefined)
    ? {
        cuts: parts.flatMap(({ cuts }) => cuts),
        imports: new Set(parts.flatMap(({ imports }) => [...imports])),
      }
    : undefined;
}

/** One use: the word itself, or what the rest of the module says of the part of the table it names. */
function partOf(at: Path | undefined, body: readonly Node[]): Said | undefined {
  if (at === undefined) return undefined;
  const alias = at.word.inner.length > 0 ? aliasOf(at.span, body) : undefined;
  const further = alias && saidOf(alias.name, at.word.inner, body, alias.statement);
  if (alias !== undefined && further !== undefined) {
    return { ...further, cuts: [{ ...alias.statement, text: '' }, ...further.cuts] };
  }
  const word = joined(at.word.path);
  return { cuts: [{ start: at.span.start, end: at.span.end, text: `$${word}` }], imports: new Set([word]) };
}

/** The changes of one import of tables: each word it says is imported by itself. */
function importCuts(statement: Node, tables: readonly Table[], body: readonly Node[]): Cut[] {
  return nodes(statement['specifiers']).flatMap((specifier) => {
    const table = tables.find(({ name }) => name === nameOf(child(specifier, 'imported')));
    const said = table && saidOf(nameOf(child(specifier, 'local')), table.words, body, statement);
    if (said === undefined) return [];
    const list = [...said.imports].map((name) => `${name} as $${name}`);
    const from = String(child(statement, 'source')?.['value']);
    const text = `import { ${list.join(', ')} } from '${from}';\n`;
    return [...said.cuts, { start: statement.start, end: statement.start, text }];
  });
}

/** The code of the module of tables that an import names; undefined when it names another module. */
type Read = (source: string) => Promise<string | undefined>;

/** A module with each word it says imported by itself. */
export async function changesOf(id: string, code: string, read: Read): Promise<string> {
  const body = await programOf(id, code);
  const cuts: Cut[] = [];
  for (const statement of body.filter(({ type }) => type === 'ImportDeclaration')) {
    const tables = await read(String(child(statement, 'source')?.['value']));
    if (tables !== undefined) {
      cuts.push(...importCuts(statement, tablesOf(await programOf('tables.ts', tables)), body));
    }
  }
  return changed(code, cuts);
}

export const wordsUsed = (): Plugin => ({
  name: 'words-used',
  enforce: 'pre',
  applyToEnvironment: ({ name }) => name === 'client',
  async transform(code, id) {
    if (!SAYS.test(id)) return null;
    const made = TABLES.test(id) ? await wordByWord(id, code) : code;
    const said = await changesOf(id, made, async (source) => {
      const resolved = await this.resolve(source, id);
      return resolved !== null && TABLES.test(resolved.id) ? readFile(resolved.id, 'utf8') : undefined;
    });
    return said === code ? null : { code: said, map: null };
  },
});
