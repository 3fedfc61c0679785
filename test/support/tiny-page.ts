import './tiny-dom.ts';

/*
 * As much of a page as Preact draws an island into: elements that hold elements, and an address. For tests of what
 * a page says once its calls have come back, without a browser.
 */

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** An element; or a text, which has no name. */
class PageNode {
  readonly nodeType: number;
  readonly localName: string;
  data = '';
  readonly namespaceURI = 'http://www.w3.org/1999/xhtml';
  parentNode: PageNode | null = null;
  readonly childNodes: PageNode[] = [];
  readonly given = new Map<string, string>();
  constructor(localName: string) {
    this.localName = localName;
    this.nodeType = localName === '' ? 3 : 1;
  }
  get firstChild(): PageNode | null {
    return this.childNodes[0] ?? null;
  }
  get nextSibling(): PageNode | null {
    return this.parentNode?.after(this) ?? null;
  }
  after(child: PageNode): PageNode | null {
    return this.childNodes[this.childNodes.indexOf(child) + 1] ?? null;
  }
  insertBefore(child: PageNode, before: PageNode | null): PageNode {
    child.parentNode?.removeChild(child);
    const at = before === null ? this.childNodes.length : this.childNodes.indexOf(before);
    this.childNodes.splice(at, 0, child);
    child.parentNode = this;
    return child;
  }
  appendChild(child: PageNode): PageNode {
    return this.insertBefore(child, null);
  }
  removeChild(child: PageNode): PageNode {
    this.childNodes.splice(this.childNodes.indexOf(child), 1);
    child.parentNode = null;
    return child;
  }
  setAttribute(name: string, value: unknown): void {
    this.given.set(name, String(value));
  }
  removeAttribute(name: string): void {
    this.given.delete(name);
  }
  contains(other: PageNode | null): boolean {
    return other === this || this.childNodes.some((child) => child.contains(other));
  }
  /** Nobody presses anything here. */
  addEventListener(): void {}
  removeEventListener(): void {}
  focus(): void {
    page.focused = this;
  }
  querySelector(): null {
    return null;
  }
  get html(): string {
    if (this.localName === '') return escaped(this.data);
    const attributes = [...this.given].map(([name, value]) => ` ${name}="${escaped(value)}"`).join('');
    return `<${this.localName}${attributes}>${this.inner}</${this.localName}>`;
  }
  get inner(): string {
    return this.childNodes.map(({ html }) => html).join('');
  }
}

const page: { focused: PageNode | undefined } = { focused: undefined };
const nothing = (): void => {};
const TITLE = 'The page - VCSE partner portal';

/** Opens a page at an address: the place to draw it into, and what its window says then. */
export function openPage(address: string) {
  const { pathname, search, href } = new URL(address, 'https://portal.example');
  page.focused = undefined;
  Object.assign(globalThis.document, {
    title: TITLE,
    createElementNS: (_: string, name: string) => new PageNode(name),
    createTextNode: (text: string) => Object.assign(new PageNode(''), { data: text }),
    querySelector: () => null,
    addEventListener: nothing,
    removeEventListener: nothing,
  });
  Object.assign(globalThis, {
    window: {
      location: { pathname, search, href },
      history: { pushState: nothing, replaceState: nothing },
      addEventListener: nothing,
      removeEventListener: nothing,
      scrollTo: nothing,
    },
    sessionStorage: { getItem: () => null, setItem: nothing, removeItem: nothing },
  });
  const place = new PageNode('main');
  return {
    place,
    html: () => place.inner,
    title: () => document.title,
    focused: () => page.focused?.localName,
    /** The focus goes elsewhere. */
    blur: () => {
      page.focused = undefined;
    },
  };
}
