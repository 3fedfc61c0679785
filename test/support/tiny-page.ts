import './tiny-dom.ts';

/*
 * As much of a page as Preact draws an island into: elements that hold elements, and an address. For tests of what
 * a page says once its calls have come back, without a browser.
 */

type TinyNode = PageElement | PageText;

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

class PageText {
  nodeType = 3;
  parentNode: PageElement | null = null;
  data: string;
  constructor(data: string) {
    this.data = data;
  }
  get nextSibling(): TinyNode | null {
    return this.parentNode?.after(this) ?? null;
  }
  get html(): string {
    return escaped(this.data);
  }
}

class PageElement {
  nodeType = 1;
  namespaceURI = 'http://www.w3.org/1999/xhtml';
  parentNode: PageElement | null = null;
  childNodes: TinyNode[] = [];
  given = new Map<string, string>();
  localName: string;
  constructor(localName: string) {
    this.localName = localName;
  }
  get firstChild(): TinyNode | null {
    return this.childNodes[0] ?? null;
  }
  get nextSibling(): TinyNode | null {
    return this.parentNode?.after(this) ?? null;
  }
  after(child: TinyNode): TinyNode | null {
    return this.childNodes[this.childNodes.indexOf(child) + 1] ?? null;
  }
  insertBefore(child: TinyNode, before: TinyNode | null): TinyNode {
    child.parentNode?.removeChild(child);
    const at = before === null ? this.childNodes.length : this.childNodes.indexOf(before);
    this.childNodes.splice(at, 0, child);
    child.parentNode = this;
    return child;
  }
  appendChild(child: TinyNode): TinyNode {
    return this.insertBefore(child, null);
  }
  removeChild(child: TinyNode): TinyNode {
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
    const attributes = [...this.given].map(([name, value]) => ` ${name}="${escaped(value)}"`).join('');
    return `<${this.localName}${attributes}>${this.inner}</${this.localName}>`;
  }
  get inner(): string {
    return this.childNodes.map(({ html }) => html).join('');
  }
}

const page: { focused: PageElement | undefined } = { focused: undefined };
const nothing = (): void => {};
const TITLE = 'The page - VCSE partner portal';

/** Opens a page at an address: the place to draw it into, and what its window says then. */
export function openPage(address: string) {
  const { pathname, search, href } = new URL(address, 'https://portal.example');
  page.focused = undefined;
  Object.assign(globalThis.document, {
    title: TITLE,
    createElementNS: (_: string, name: string) => new PageElement(name),
    createTextNode: (text: string) => new PageText(text),
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
  const place = new PageElement('main');
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
