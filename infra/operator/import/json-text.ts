/** One step into JSON: the name of a property or the index of an element. */
export type Step = string | number;
export type Path = readonly Step[];

/** A line and a column of a text, both from 1. */
export type TextPlace = { line: number; column: number };

/** Deeper nesting than any directory has: what goes deeper is refused, so that nothing runs out of stack. */
export const DEEPEST = 100;

/** `contents[3].organization.name`; the whole file is `the file`. */
export const pathText = (path: Path): string =>
  path.length === 0
    ? 'the file'
    : path
        .map((step, index) => (typeof step === 'number' ? `[${step}]` : index === 0 ? step : `.${step}`))
        .join('');

/** The line and column of an offset. */
export function placeAt(text: string, offset: number): TextPlace {
  const before = text.slice(0, offset);
  const line = before.split('\n').length;
  return { line, column: offset - before.lastIndexOf('\n') };
}

class Stop extends Error {
  readonly offset: number;
  constructor(offset: number, what: string) {
    super(what);
    this.offset = offset;
  }
}

const SPACE = /[ \t\r\n]*/y;
// No repetition within a repetition: a quote that never closes is told in one pass, however long the text is.
const STRING = /"[^"\\]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\]*)*"/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;

/** Walks one JSON text; `found` hears where each value begins and may stop the walk by answering true. */
function walk(text: string, found: (path: Path, offset: number) => boolean): void {
  let at = 0;
  const path: Step[] = [];
  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const match = pattern.exec(text)?.[0];
    at += match?.length ?? 0;
    return match;
  };
  const fail = (what: string): never => {
    throw new Stop(at, at >= text.length ? 'the file ends in the middle' : what);
  };
  /** A text in double quotes; a line break or another control sign inside is a fault. */
  const string = (): string | undefined => {
    const start = at;
    const match = take(STRING);
    const control = [...(match ?? '')].findIndex((sign) => sign < ' ');
    if (control >= 0) {
      at = start + control;
      fail('a line break or tab inside a text must be written \\n or \\t');
    }
    return match;
  };
  const expect = (sign: string, what: string) => {
    take(SPACE);
    if (text[at] !== sign) fail(what);
    at += 1;
  };
  const members = (close: string, member: (index: number) => void) => {
    at += 1;
    take(SPACE);
    if (text[at] === close) {
      at += 1;
      return;
    }
    for (let index = 0; ; index += 1) {
      member(index);
      take(SPACE);
      if (text[at] === close) break;
      expect(',', `a comma or ${close} is missing here`);
    }
    at += 1;
  };
  const inside = (step: Step) => {
    path.push(step);
    value();
    path.pop();
  };
  const value = (): void => {
    take(SPACE);
    if (path.length > DEEPEST) fail(`it is nested more than ${DEEPEST} deep`);
    if (found(path, at)) throw new Stop(at, 'found');
    if (text[at] === '[') members(']', inside);
    else if (text[at] === '{')
      members('}', () => {
        take(SPACE);
        const name = string() ?? fail('a name in double quotes is missing here');
        expect(':', 'a colon is missing here');
        inside(JSON.parse(name));
      });
    else if ((string() ?? take(NUMBER) ?? take(WORD)) === undefined) fail('this is no JSON value');
  };
  value();
  take(SPACE);
  if (at < text.length) fail('there is more after the end');
}

/** Runs a walk and answers where it stopped; undefined when it went through. */
function stopOf(text: string, found: (path: Path, offset: number) => boolean): Stop | undefined {
  try {
    walk(text, found);
    return undefined;
  } catch (error) {
    if (error instanceof Stop) return error;
    throw error;
  }
}

/** Where a text stops being JSON and what is wrong there; undefined when it is sound. */
export function jsonFault(text: string): (TextPlace & { text: string }) | undefined {
  const stop = stopOf(text, () => false);
  return stop && { ...placeAt(text, stop.offset), text: stop.message };
}

/** The place of a value in a sound JSON text; of the nearest value around it when it is not there. */
export function placeOf(text: string, path: Path): TextPlace {
  let nearest = 0;
  let depth = -1;
  stopOf(text, (here, offset) => {
    const leads = here.length <= path.length && here.every((step, index) => step === path[index]);
    if (leads && here.length > depth) [nearest, depth] = [offset, here.length];
    return leads && here.length === path.length;
  });
  return placeAt(text, nearest);
}
