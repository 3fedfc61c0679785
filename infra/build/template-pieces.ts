import { createHash } from 'node:crypto';

/*
 * Every template holds the same head, menu and foot. A bundle with three of them would hold those three
 * times, so a template is a module that joins pieces, and a piece that two templates share is one module.
 */

const BEGINS_A_PIECE = /(?=<(?:title|meta name="robots"|link|header|li|main|\/main|footer|script)\b)/;

/** The pieces of templates by the name under which the modules of templates import them. */
export class TemplatePieces {
  readonly #texts = new Map<string, string>();

  /** The module of one template: its pieces imported, and joined. */
  moduleOf(html: string): string {
    const names = html.split(BEGINS_A_PIECE).map((piece) => this.#named(piece));
    const imports = names.map((name, at) => `import p${at} from '${name}';\n`);
    return `${imports.join('')}export default [${names.map((_, at) => `p${at}`).join()}].join('');`;
  }

  /** What the piece of that name says. */
  textOf(name: string): string {
    const text = this.#texts.get(name);
    if (text === undefined) throw new Error(`${name} is a piece of no template`);
    return text;
  }

  #named(piece: string): string {
    const name = `template-piece:${createHash('sha256').update(piece).digest('hex').slice(0, 16)}`;
    this.#texts.set(name, piece);
    return name;
  }
}
