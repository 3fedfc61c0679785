/**
 * Brings two pieces of HTML to one form, so that what is left to compare is what a browser and a
 * screen reader get: white space that shows nowhere, the order of attributes and of class names, and
 * the writing of entities do not count. White space between words and inline elements does.
 */
type Token = { text: string } | { tag: string; closing: boolean; attributes: Map<string, string> };

const VOID = new Set(['input', 'br', 'img', 'hr', 'link', 'meta', 'path', 'circle', 'rect']);
const INLINE = new Set(['a', 'span', 'strong', 'em', 'time', 'svg', 'b', 'i', 'button', 'abbr']);
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  '#x27': "'",
  nbsp: '\u00a0',
  ctdot: '⋯',
};

const decode = (text: string): string =>
  text.replace(/&(#?\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole);

function attributesOf(source: string): Map<string, string> {
  const found = [...source.matchAll(/([^\s=/>"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+)))?/g)];
  return new Map(
    found
      .map(([, name = '', double, single, bare]) => [name, decode(double ?? single ?? bare ?? '')] as const)
      .sort(([a], [b]) => a.localeCompare(b)),
  );
}

function tokens(html: string): Token[] {
  const pieces = html.replace(/<!--.*?-->/gs, '').match(/<[^>]+>|[^<]+/g) ?? [];
  return pieces.map((piece) => {
    const tag = /^<(\/?)([\w-]+)([^>]*?)\/?>$/s.exec(piece);
    if (tag === null) return { text: decode(piece) };
    const [, slash, name = '', rest = ''] = tag;
    return { tag: name.toLowerCase(), closing: slash === '/', attributes: attributesOf(rest) };
  });
}

// A browser shows white space at the edge of an inline element or between two; elsewhere it vanishes.
function keepsSpace(neighbour: Token | undefined, isBefore: boolean): boolean {
  if (neighbour === undefined || 'text' in neighbour || !INLINE.has(neighbour.tag)) return false;
  return neighbour.closing === isBefore || neighbour.attributes.get('class') === 'govuk-visually-hidden';
}

function textOf(text: string, before: Token | undefined, after: Token | undefined): string {
  let shown = text.replace(/\s+/g, ' ');
  if (!keepsSpace(before, true)) shown = shown.trimStart();
  if (!keepsSpace(after, false)) shown = shown.trimEnd();
  return shown;
}

// `govuk-js-…` is where a script of govuk-frontend takes hold; we ship none.
const classList = (value: string) =>
  value
    .split(/\s+/)
    .filter((name) => name !== '' && !name.startsWith('govuk-js-'))
    .sort()
    .join(' ');

export type Leniency = {
  /** Attributes that are left out of the comparison. */
  ignore?: readonly string[];
};

/** One line for each tag or run of text. */
export function normalise(html: string, { ignore = [] }: Leniency = {}): string[] {
  const all = tokens(html.replace(/<\/?x-raw>/g, ''));
  return all
    .map((token, index) => {
      if ('text' in token) return textOf(token.text, all[index - 1], all[index + 1]);
      const attributes = [...token.attributes]
        .filter(([name]) => !ignore.includes(name))
        .map(([name, value]) => (name === 'class' ? `class="${classList(value)}"` : `${name}="${value}"`));
      if (token.closing && VOID.has(token.tag)) return '';
      return `<${token.closing ? '/' : ''}${[token.tag, ...attributes].join(' ')}>`;
    })
    .filter((line) => line !== '');
}
