/*
 * As much of a document as drawn parts are read from (site/src/lib/drawn.ts): elements, their attributes and
 * what is in them, templates with a content of their own. For tests of what a page says, without a browser.
 */

class TinyText {
  textContent: string;
  constructor(textContent: string) {
    this.textContent = textContent;
  }
}

class TinyElement {
  localName: string;
  attributes: { name: string; value: string }[];
  childNodes: (TinyText | TinyElement)[] = [];
  constructor(localName: string, attributes: { name: string; value: string }[]) {
    this.localName = localName;
    this.attributes = attributes;
  }
  getAttribute(name: string): string | null {
    return this.attributes.find((one) => one.name === name)?.value ?? null;
  }
  get dataset(): Record<string, string> {
    const data = this.attributes.filter(({ name }) => name.startsWith('data-'));
    return Object.fromEntries(data.map(({ name, value }) => [name.slice('data-'.length), value]));
  }
  get classList() {
    const names = (this.getAttribute('class') ?? '').split(' ');
    return { contains: (name: string) => names.includes(name) };
  }
  get textContent(): string {
    return this.childNodes.map(({ textContent }) => textContent).join('');
  }
  /** For one class alone. */
  querySelectorAll(selector: string): TinyElement[] {
    return this.childNodes
      .filter((node) => node instanceof TinyElement)
      .flatMap((node) => [
        ...(node.classList.contains(selector.slice(1)) ? [node] : []),
        ...node.querySelectorAll(selector),
      ]);
  }
}

/** What is in a template is in its content, where nothing around it looks. */
class TinyTemplate extends TinyElement {
  content: { childNodes: (TinyText | TinyElement)[] } = { childNodes: [] };
}
class TinySvg extends TinyElement {}

const VOID = new Set(['br', 'hr', 'img', 'input']);
const TOKEN = /<\/[\w-]+>|<([\w-]+)([^>]*?)\/?>|[^<]+/g;
const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' };
const plain = (text: string): string =>
  text.replace(/&(lt|gt|quot|#39|amp);/g, (_, name: string) => ENTITIES[name] ?? '');

function elementOf(name: string, attributes: string): TinyElement {
  const given = [...attributes.matchAll(/([^\s=]+)(?:="([^"]*)")?/g)].map(([, key = '', value = '']) => ({
    name: key,
    value: plain(value),
  }));
  if (name === 'template') return new TinyTemplate(name, given);
  return name === 'svg' || name === 'path' ? new TinySvg(name, given) : new TinyElement(name, given);
}

const inside = (element: TinyElement) =>
  element instanceof TinyTemplate ? element.content.childNodes : element.childNodes;

/** The nodes of well-formed markup, such as the build draws. */
function nodesOf(html: string): (TinyText | TinyElement)[] {
  const open: (TinyText | TinyElement)[][] = [[]];
  for (const [token, name, attributes = ''] of html.matchAll(TOKEN)) {
    if (token.startsWith('</')) open.pop();
    else if (name === undefined) open.at(-1)?.push(new TinyText(plain(token)));
    else {
      const made = elementOf(name, attributes);
      open.at(-1)?.push(made);
      if (!VOID.has(name) && !token.endsWith('/>')) open.push(inside(made));
    }
  }
  return open[0] ?? [];
}

const templates = new Map<string, TinyTemplate>();

/** Puts markup into a template of the one document of this process. */
export function layTemplate(id: string, html: string): void {
  const template = new TinyTemplate('template', []);
  template.content.childNodes.push(...nodesOf(html));
  templates.set(id, template);
}

Object.assign(globalThis, {
  HTMLElement: TinyElement,
  SVGElement: TinySvg,
  HTMLTemplateElement: TinyTemplate,
  document: { getElementById: (id: string) => templates.get(id) ?? null },
});
